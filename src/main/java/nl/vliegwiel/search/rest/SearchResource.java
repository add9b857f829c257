package nl.vliegwiel.search.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.rest.BadBody;
import nl.vliegwiel.platform.rest.Endpoint;
import nl.vliegwiel.platform.rest.Slice;
import nl.vliegwiel.platform.search.Hit;
import nl.vliegwiel.platform.search.SearchQuery.Narrowed;
import nl.vliegwiel.platform.time.Zones;
import nl.vliegwiel.search.boundary.SearchService;
import nl.vliegwiel.search.domain.Wanted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One search over all features. */
@Path("/search")
@Endpoint
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Questions, requests and people that the caller may see; and the words that mean the same.")
public class SearchResource {
    /** Of the contract; of some there is nothing to be found yet. */
    private static final Set<String> KINDS = Set.of("TOPIC", "ARTICLE", "PERSON", "REQUEST", "PROJECT", "PROGRAMME");

    @Inject
    private SearchService search;

    /**
     * @param snippet HTML, safe to show: text, and mark around the words that were looked for
     * @param url path of its page
     * @param where space or library
     * @param at when something last happened there
     */
    @Schema(name = "SearchItem")
    public record SearchItem(String kind, UUID id, String title, String snippet, String url, String where, Instant at) {
        static SearchItem of(Hit hit) {
            return new SearchItem(hit.kind(), hit.id(), hit.title(), hit.html(), hit.path(), hit.where(), hit.at());
        }
    }

    @Schema(name = "SearchItems")
    public record SearchItems(List<SearchItem> items, String next) {
    }

    @GET
    @Operation(summary = "Search", description = "Best first. A word is found by its Dutch stem, as written, by words that mean the same, and in spite of a typing error; words between quotes stay together. At most 200 are given.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SearchItems.class)))
    @APIResponse(responseCode = "400", description = "A parameter is none")
    public SearchItems find(@QueryParam("q") String q, @Parameter(description = "TOPIC, REQUEST, PERSON …; absent for all") @QueryParam("kind") String kind,
            @QueryParam("tag") String tag, @QueryParam("space") String space, @QueryParam("solved") String solved,
            @Parameter(description = "Date or instant: something happened there since") @QueryParam("since") String since,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = Slice.limit(limit);
        int skip = skip(after);
        if (kind != null && !KINDS.contains(kind) && !search.kinds().contains(kind)) {
            throw BadBody.parameter("kind");
        }
        List<Hit> hits = search.together(q, kind, new Narrowed(tag(tag), space(space), solved(solved), since(since)), skip, most + 1);
        boolean more = hits.size() > most && skip + most < SearchService.DEEPEST;
        return new SearchItems(hits.stream().limit(most).map(SearchItem::of).toList(), more ? cursor(skip + most) : null);
    }

    private static String tag(String tag) {
        String text = tag == null ? "" : tag.replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
        return text.isEmpty() ? null : text.length() > Wanted.LONGEST ? text.substring(0, Wanted.LONGEST) : text;
    }

    private static UUID space(String space) {
        try {
            return space == null || space.isEmpty() ? null : UUID.fromString(space);
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("space");
        }
    }

    private static Boolean solved(String solved) {
        if (solved == null || solved.isEmpty()) {
            return null;
        }
        if (!solved.equals("true") && !solved.equals("false")) {
            throw BadBody.parameter("solved");
        }
        return Boolean.valueOf(solved);
    }

    private static Instant since(String since) {
        try {
            Instant at = since == null || since.isEmpty() ? null : since.length() == 10 ? LocalDate.parse(since).atStartOfDay(Zones.AMSTERDAM).toInstant() : Instant.parse(since);
            if (at != null && (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2200-01-01T00:00:00Z")))) {
                throw BadBody.parameter("since");
            }
            return at;
        } catch (DateTimeParseException e) {
            throw BadBody.parameter("since");
        }
    }

    private static String cursor(int skip) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("s" + skip).getBytes(StandardCharsets.US_ASCII));
    }

    private static int skip(String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
            if (text.matches("s\\d{1,3}") && Integer.parseInt(text.substring(1)) < SearchService.DEEPEST) {
                return Integer.parseInt(text.substring(1));
            }
        } catch (IllegalArgumentException e) {
            throw BadBody.parameter("after");
        }
        throw BadBody.parameter("after");
    }
}
