package nl.vliegwiel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A redirect to the page itself, of another thing, goes to that other thing. */
class FrameViewHandlerTest {
    @Test
    void what_a_redirect_names_stands_in_the_place_of_what_the_address_had() {
        assertThat(FrameViewHandler.without("id=1", Set.of("id"))).isNull();
        assertThat(FrameViewHandler.without("id=1&shift=2", Set.of("id"))).isEqualTo("shift=2");
        assertThat(FrameViewHandler.without("shift=2&id=1&id=3", Set.of("id"))).isEqualTo("shift=2");
        assertThat(FrameViewHandler.without("idea=1", Set.of("id"))).isEqualTo("idea=1");
    }

    @Test
    void a_redirect_that_names_nothing_keeps_the_address() {
        assertThat(FrameViewHandler.without("id=1", Set.of())).isEqualTo("id=1");
        assertThat(FrameViewHandler.without(null, Set.of("id"))).isNull();
    }
}
