package org.rivages.selection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rivages.calls.CallId;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** What the rules of a call can count, from its form. */
@Component
class Attributes {
    private final Calls calls;

    Attributes(Calls calls) {
        this.calls = calls;
    }

    List<Attribute> of(CallId call) {
        return calls.form(call).fields().flatMap(field -> attribute(field).stream()).toList();
    }

    /** By key. */
    Map<String, Attribute> map(CallId call) {
        Map<String, Attribute> map = new LinkedHashMap<>();
        of(call).forEach(attribute -> map.put(attribute.key(), attribute));
        return map;
    }

    private static Optional<Attribute> attribute(Field field) {
        return switch (field.kind()) {
            case FieldKind.Country _ ->
                    Optional.of(
                            new Attribute(
                                    field.key(), field.label(), field.sealed(), true, Map.of()));
            case FieldKind.Choice choice when !choice.many() ->
                    Optional.of(
                            new Attribute(
                                    field.key(),
                                    field.label(),
                                    field.sealed(),
                                    false,
                                    options(choice)));
            default -> Optional.empty();
        };
    }

    private static Map<String, LocalizedText> options(FieldKind.Choice choice) {
        Map<String, LocalizedText> options = new LinkedHashMap<>();
        Stream.of(choice.options().toArray(FieldKind.Choice.Option[]::new))
                .forEach(option -> options.put(option.code(), option.label()));
        return options;
    }
}
