package org.rivages.cohortfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into {@link Json}; a name that stands twice is a fault. */
final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String file;
    private final JsonParser parser;

    private JsonTree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Json read(String file, byte[] bytes) throws BadInput {
        String text = decode(file, bytes);
        if (text.isBlank()) {
            throw new BadInput(InputFault.of(Place.whole(file), "cohortfiles.empty"));
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(file, parser);
            parser.nextToken();
            Json value = tree.value();
            if (parser.nextToken() != null) {
                throw new BadInput(InputFault.of(tree.here(), "cohortfiles.json.more"));
            }
            return value;
        } catch (JacksonException e) {
            throw new BadInput(fault(file, e));
        }
    }

    private static InputFault fault(String file, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        Place place =
                at == null || at.getLineNr() < 1
                        ? Place.whole(file)
                        : new Place(file, at.getLineNr(), Math.max(1, at.getColumnNr()));
        return InputFault.of(place, "cohortfiles.json.syntax");
    }

    private static String decode(String file, byte[] bytes) throws BadInput {
        StringBuilder text = new StringBuilder(bytes.length);
        int line = 1;
        int column = 1;
        try {
            StrictUtf8 in = new StrictUtf8(new ByteArrayInputStream(bytes));
            for (int c = in.next(); c != StrictUtf8.END; c = in.next()) {
                if (c == StrictUtf8.BROKEN) {
                    throw new BadInput(
                            InputFault.of(new Place(file, line, column), "cohortfiles.utf8"));
                }
                text.append((char) c);
                column = c == '\n' ? 1 : column + 1;
                line += c == '\n' ? 1 : 0;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private Place here() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(file, at.getLineNr(), at.getColumnNr());
    }

    private Json value() throws BadInput {
        Place place = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> record(place);
            case START_ARRAY -> row(place);
            case VALUE_STRING -> new Json.Text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(place, number(place));
            case VALUE_TRUE -> new Json.Truth(place, true);
            case VALUE_FALSE -> new Json.Truth(place, false);
            case VALUE_NULL -> new Json.Nothing(place);
            default -> throw new BadInput(InputFault.of(place, "cohortfiles.json.syntax"));
        };
    }

    /** A number with a huge exponent would cost a huge amount of work later. */
    private BigDecimal number(Place place) throws BadInput {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > 400 || number.precision() > 400) {
            throw new BadInput(InputFault.of(place, "cohortfiles.json.number"));
        }
        return number;
    }

    private Json record(Place place) throws BadInput {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Place> names = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Place at = here();
            if (names.put(name, at) != null) {
                throw new BadInput(InputFault.of(at, "cohortfiles.json.twice", "name", name));
            }
            parser.nextToken();
            members.put(name, value());
        }
        return new Json.Record(place, members, names);
    }

    private Json row(Place place) throws BadInput {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Row(place, items);
    }
}
