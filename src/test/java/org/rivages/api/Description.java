package org.rivages.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.rivages.shared.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, as the tests ask it. */
final class Description {
    static final JsonNode JSON = read();

    private Description() {}

    /** A GET of the description, which is all that there is. */
    record Operation(String path, JsonNode node) {
        String id() {
            return node.get("operationId").asString();
        }

        List<JsonNode> parameters() {
            List<JsonNode> all = new ArrayList<>();
            node.get("parameters").forEach(one -> all.add(resolve(one)));
            return all;
        }

        TreeSet<String> query() {
            TreeSet<String> names = new TreeSet<>();
            for (JsonNode parameter : parameters()) {
                if (parameter.get("in").asString().equals("query")) {
                    names.add(parameter.get("name").asString());
                }
            }
            return names;
        }

        boolean isList() {
            return !query().isEmpty();
        }

        /** The path below the host, with the examples in the places of the parameters. */
        String example() {
            String filled = "/api/v1" + path;
            for (JsonNode parameter : parameters()) {
                if (parameter.get("in").asString().equals("path")) {
                    filled =
                            filled.replace(
                                    "{" + parameter.get("name").asString() + "}",
                                    parameter.get("example").asString());
                }
            }
            return filled;
        }

        JsonNode content(String status, String type) {
            return resolve(node.at("/responses/" + status)).at("/content").path(type);
        }
    }

    private static JsonNode read() {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            return Json.mapper().readTree(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        JSON.get("paths")
                .properties()
                .forEach(path ->
                        all.put(
                                path.getKey(),
                                new Operation(path.getKey(), path.getValue().get("get"))));
        return all;
    }

    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? JSON.at(node.get("$ref").asString().substring(1)) : node;
    }

    /**
     * What is wrong with an answer.
     *
     * @param schema its name
     */
    static List<Error> wrong(String schema, String answer) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.put("$ref", "#/components/schemas/" + schema);
        whole.set("components", JSON.get("components"));
        Schema read =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole);
        return read.validate(
                answer,
                InputFormat.JSON,
                context -> context.executionConfig(how -> how.formatAssertionsEnabled(true)));
    }
}
