package nl.vliegwiel.flexpool.domain;

import java.util.Arrays;
import java.util.List;

/** What a party says about who came. Closed and neutral: nothing here tells of anybody's health (R8), and nobody is blamed. */
public enum AttendanceView {
    /** Nobody was seen at the agreed time and place. */
    NOT_SEEN,
    /** She was there. */
    WAS_THERE,
    /** It was said beforehand that she would not come. */
    TOLD_BEFORE,
    /** Day, time or place were understood in different ways. */
    MIXED_UP,
    /** The way there could not be made. */
    JOURNEY,
    /** No view given. */
    NOT_GIVEN;

    /** What a party may say; that nobody was seen is the borrower's to say. */
    public static List<AttendanceView> of(Party party) {
        return Arrays.stream(values()).filter(view -> (view == NOT_SEEN) == (party == Party.BORROWER) || party == Party.BORROWER).toList();
    }
}
