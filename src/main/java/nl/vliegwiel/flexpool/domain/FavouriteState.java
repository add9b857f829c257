package nl.vliegwiel.flexpool.domain;

import nl.vliegwiel.platform.rule.Conflict;

/** Whether somebody stands on the list of favourites of a library; she decides (R11). */
public enum FavouriteState {
    /** The library asked, she did not answer yet: she is not on the list. */
    ASKED,
    /** She said yes: requests for favourites reach her. */
    AGREED,
    /** She said no. */
    DECLINED,
    /** One of the two ended it. */
    ENDED;

    /** It was asked or agreed and did not end. */
    public boolean isRunning() {
        return this == ASKED || this == AGREED;
    }

    /** @throws Conflict {@code favourite.notNow} when nothing was asked, or it was answered */
    public FavouriteState answered(boolean yes) {
        if (this != ASKED) {
            throw new Conflict("favourite.notNow");
        }
        return yes ? AGREED : DECLINED;
    }

    /** What was asked or agreed can end at any moment, without a reason. @throws Conflict {@code favourite.notNow} */
    public FavouriteState ended() {
        if (!isRunning()) {
            throw new Conflict("favourite.notNow");
        }
        return ENDED;
    }
}
