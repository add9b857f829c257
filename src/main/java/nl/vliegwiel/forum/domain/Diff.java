package nl.vliegwiel.forum.domain;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line. */
public final class Diff {
    private Diff() {
    }

    /** Whether a line stayed, went or came. */
    public enum Kind {
        SAME, REMOVED, ADDED
    }

    /** A line of either text. */
    public record Line(Kind kind, String text) {
    }

    public static List<Line> of(String before, String after) {
        List<Line> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before.lines().toList(), after.lines().toList(), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                delta.getSource().getLines().forEach(line -> lines.add(new Line(Kind.SAME, line)));
            } else {
                delta.getSource().getLines().forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
                delta.getTarget().getLines().forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            }
        }
        return lines;
    }
}
