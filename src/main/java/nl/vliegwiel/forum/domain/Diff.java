package nl.vliegwiel.forum.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed between two texts, line by line: the longest common row of lines stays, the rest went or came. */
public final class Diff {
    /** So many lines that comparing each with each would take too long: then all went and all came. */
    private static final int MOST_LINES = 1500;

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
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> lines = new ArrayList<>();
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            old.forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
            now.forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            return lines;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = 1; i <= old.size(); i++) {
            for (int j = 1; j <= now.size(); j++) {
                common[i][j] = old.get(i - 1).equals(now.get(j - 1)) ? common[i - 1][j - 1] + 1 : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        int i = old.size();
        int j = now.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old.get(i - 1).equals(now.get(j - 1))) {
                lines.add(new Line(Kind.SAME, old.get(--i)));
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                lines.add(new Line(Kind.ADDED, now.get(--j)));
            } else {
                lines.add(new Line(Kind.REMOVED, old.get(--i)));
            }
        }
        Collections.reverse(lines);
        return lines;
    }
}
