package org.rivages.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description by itself; that it is true, {@code ApiIT} tests. */
class ApiDescriptionTests {
    @Test
    void anIndependentReaderFindsNothingWrongWithIt() {
        SwaggerParseResult read = parse(Description.JSON.toString());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(Description.operations().keySet());
    }

    @Test
    void theReaderWouldFindAFault() {
        String broken = Description.JSON.toString().replaceFirst("\"responses\"", "\"answers\"");
        assertThat(parse(broken).getMessages()).isNotEmpty();
    }

    @Test
    void theSchemaOfTheOpenApiInitiativeFindsNothingWrongWithIt() throws IOException {
        assertThat(judged(Description.JSON.toString())).isEmpty();
    }

    @Test
    void theSchemaWouldFindAFault() throws IOException {
        String good = Description.JSON.toString();
        for (String bad :
                List.of(
                        good.replace("\"openapi\":\"3.1", "\"openapi\":\"3.0"),
                        good.replaceFirst("\"in\":\"query\"", "\"in\":\"body\""),
                        good.replaceFirst("\"description\":", "\"descripton\":"),
                        good.replace("\"required\":true", "\"required\":false"))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(judged(bad)).isNotEmpty();
        }
    }

    /** The schema is that of 3 August 2026, from spec.openapis.org, Apache License 2.0. */
    private static List<Error> judged(String description) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ApiDescriptionTests.class.getResourceAsStream("openapi-3.1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(description, InputFormat.JSON);
        }
    }

    private static SwaggerParseResult parse(String description) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setExplicitStyleAndExplode(false);
        return new OpenAPIV3Parser().readContents(description, null, options);
    }

    @Test
    void everyOperationSaysWhatAReaderNeeds() {
        Set<String> ids = new HashSet<>();
        Description.operations()
                .values()
                .forEach(operation -> {
                    assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
                    assertThat(operation.node().get("summary").asString()).isNotBlank();
                    assertThat(operation.node().get("description").asString()).isNotBlank();
                    assertThat(operation.node().get("tags")).isNotEmpty();
                    Set<String> answers =
                            new HashSet<>(operation.node().get("responses").propertyNames());
                    assertThat(answers).as(operation.path()).contains("405", "429", "500");
                    operation
                            .parameters()
                            .forEach(parameter -> {
                                assertThat(parameter.get("description").asString()).isNotBlank();
                                assertThat(parameter.has("example")).isTrue();
                            });
                });
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
        List<String> used = new ArrayList<>();
        references(Description.JSON, used);
        used.forEach(ref ->
                assertThat(Description.JSON.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        Description.JSON
                .get("components")
                .properties()
                .forEach(kind ->
                        kind.getValue()
                                .propertyNames()
                                .forEach(name ->
                                        assertThat(used)
                                                .contains(
                                                        "#/components/"
                                                                + kind.getKey()
                                                                + "/"
                                                                + name)));
    }

    private static void references(JsonNode node, List<String> found) {
        if (node.isObject() && node.has("$ref")) {
            found.add(node.get("$ref").asString());
        }
        node.forEach(child -> references(child, found));
    }
}
