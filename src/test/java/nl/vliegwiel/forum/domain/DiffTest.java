package nl.vliegwiel.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class DiffTest {
    @Test
    void linesThatStayedAreNotToldAsChanged() {
        assertThat(Diff.of("een\ntwee\ndrie", "een\nanders\ndrie")).extracting(line -> line.kind() + " " + line.text())
            .containsExactly("SAME een", "REMOVED twee", "ADDED anders", "SAME drie");
    }

    @Property
    void bothTextsCanBeReadFromIt(@ForAll @Chars({'a', 'b', '\n'}) String before, @ForAll @Chars({'a', 'b', '\n'}) String after) {
        var lines = Diff.of(before, after);
        assertThat(lines.stream().filter(line -> line.kind() != Diff.Kind.ADDED).map(Diff.Line::text).collect(Collectors.toList())).isEqualTo(before.lines().toList());
        assertThat(lines.stream().filter(line -> line.kind() != Diff.Kind.REMOVED).map(Diff.Line::text).collect(Collectors.toList())).isEqualTo(after.lines().toList());
    }
}
