-- A swap that is not agreed on when the work begins has come too late.
alter table swap drop constraint swap_state_check;
alter table swap add constraint swap_state_check check (state in ('ASKED','ACCEPTED','DONE','DECLINED','WITHDRAWN','ENDED','EXPIRED'));
