package nl.vliegwiel.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The description of the API as the running server gives it. */
final class ApiDescription {
    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private ApiDescription() {
    }

    /** One operation; name is its method and its path below the base. */
    record Operation(String name, JsonNode description, JsonNode path) {
        @Override
        public String toString() {
            return name;
        }

        List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode list : List.of(description.path("parameters"), path.path("parameters"))) {
                list.forEach(one -> {
                    if (one.path("in").asText().equals(in)) {
                        found.add(one);
                    }
                });
            }
            return found;
        }

        boolean takes(String mediaType) {
            return description.at("/requestBody/content").has(mediaType);
        }
    }

    static JsonNode read() {
        return Api.anonymous().get("/openapi", "Accept", "application/json").json();
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        read().get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (METHODS.contains(method.getKey())) {
                operations.add(new Operation(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey().replaceFirst("^" + BASE, ""), method.getValue(),
                    path.getValue()));
            }
        }));
        return operations;
    }
}
