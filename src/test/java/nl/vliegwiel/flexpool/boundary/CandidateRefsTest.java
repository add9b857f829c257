package nl.vliegwiel.flexpool.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import nl.vliegwiel.platform.persistence.Ids;
import org.junit.jupiter.api.Test;

class CandidateRefsTest {
    private static final UUID REQUEST = Ids.next();
    private static final UUID ANNA = Ids.next();

    private final CandidateRefs refs = new CandidateRefs(Optional.of("a key of the tests with 32 signs or more"));

    @Test
    void a_reference_leads_back_to_the_person_on_the_cards_of_the_same_request() {
        assertThat(refs.person(REQUEST, refs.ref(REQUEST, ANNA))).contains(ANNA);
    }

    @Test
    void the_same_person_has_the_same_reference_all_through_a_request() {
        assertThat(refs.ref(REQUEST, ANNA)).isEqualTo(refs.ref(REQUEST, ANNA)).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void cards_of_two_requests_cannot_be_laid_side_by_side() {
        UUID other = Ids.next();
        assertThat(refs.ref(other, ANNA)).isNotEqualTo(refs.ref(REQUEST, ANNA));
        assertThat(refs.person(other, refs.ref(REQUEST, ANNA))).isEmpty();
    }

    @Test
    void a_reference_that_was_not_given_out_is_nobody() {
        char[] changed = refs.ref(REQUEST, ANNA).toCharArray();
        changed[30] = changed[30] == 'A' ? 'B' : 'A';
        assertThat(refs.person(REQUEST, new String(changed))).isEmpty();
        assertThat(refs.person(REQUEST, null)).isEmpty();
        assertThat(refs.person(REQUEST, "")).isEmpty();
        assertThat(refs.person(REQUEST, "not base64 !")).isEmpty();
        assertThat(refs.person(REQUEST, ANNA.toString())).isEmpty();
    }

    @Test
    void with_another_key_a_reference_is_nobody() {
        CandidateRefs others = new CandidateRefs(Optional.of("another key of 32 signs or somewhat more"));
        assertThat(others.person(REQUEST, refs.ref(REQUEST, ANNA))).isEmpty();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new CandidateRefs(Optional.of("short"))).hasMessageContaining("flexpool.card-key");
    }
}
