package org.rivages.cohortfiles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, each read as what it should be. */
final class JsonFields {
    private final Json.Record record;
    private final BadInput.Gathered faults;

    JsonFields(Json.Record record, BadInput.Gathered faults) {
        this.record = record;
        this.faults = faults;
    }

    /** Where the value stands, or the object where there is none. */
    Place place(String name) {
        Json value = record.members().get(name);
        return value == null ? record.place() : value.place();
    }

    boolean hasAny(String... names) {
        for (String name : names) {
            if (record.members().containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    void knownOnly(Set<String> known) throws BadInput {
        for (Map.Entry<String, Place> name : record.names().entrySet()) {
            if (!known.contains(name.getKey())) {
                faults.add(
                        InputFault.of(
                                name.getValue(),
                                "cohortfiles.json.unknown",
                                "name",
                                name.getKey(),
                                "known",
                                String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    private @Nullable Json value(String name) {
        return record.members().get(name);
    }

    private void missing(String name) throws BadInput {
        if (value(name) == null) {
            wrong(record.place(), "cohortfiles.json.missing", name);
        }
    }

    private void wrong(Place place, String key, String name) throws BadInput {
        faults.add(InputFault.of(place, key, "name", name));
    }

    @Nullable String text(String name) throws BadInput {
        return switch (value(name)) {
            case null -> null;
            case Json.Text text -> text.value();
            case Json other -> {
                wrong(other.place(), "cohortfiles.json.text", name);
                yield null;
            }
        };
    }

    @Nullable String needText(String name) throws BadInput {
        missing(name);
        String text = text(name);
        if (text != null && text.isEmpty()) {
            wrong(place(name), "cohortfiles.json.blank", name);
            return null;
        }
        return text;
    }

    boolean truth(String name) throws BadInput {
        return switch (value(name)) {
            case null -> false;
            case Json.Truth truth -> truth.value();
            case Json other -> {
                wrong(other.place(), "cohortfiles.json.truth", name);
                yield false;
            }
        };
    }

    @Nullable List<Json> row(String name) throws BadInput {
        return switch (value(name)) {
            case null -> null;
            case Json.Row row -> row.items();
            case Json other -> {
                wrong(other.place(), "cohortfiles.json.row", name);
                yield null;
            }
        };
    }

    @Nullable List<Json> needRow(String name) throws BadInput {
        missing(name);
        return row(name);
    }

    @Nullable BigDecimal needNumber(String name) throws BadInput {
        missing(name);
        return switch (value(name)) {
            case null -> null;
            case Json.Number number -> number.value();
            case Json other -> {
                wrong(other.place(), "cohortfiles.json.decimal", name);
                yield null;
            }
        };
    }

    /** A whole number from 0. */
    @Nullable Integer count(String name, int most) throws BadInput {
        Json value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.Number number) {
            try {
                int count = number.value().intValueExact();
                if (count >= 0 && count <= most) {
                    return count;
                }
            } catch (ArithmeticException _) {
                // told below
            }
        }
        wrong(
                value.place(),
                most == 100 ? "cohortfiles.json.percent" : "cohortfiles.json.count",
                name);
        return null;
    }

    @Nullable Integer needCount(String name) throws BadInput {
        missing(name);
        return count(name, Integer.MAX_VALUE);
    }
}
