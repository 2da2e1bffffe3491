package org.rivages.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.site.Form;

/**
 * What a button on the board asks for: everything else of the form is about it.
 *
 * @param state null takes picks back
 */
record PickForm(@Nullable PickState state, List<ApplicationId> whom) {

    /** One row's button says {@code in:id}; the buttons over the ticked rows say {@code in}. */
    static PickForm read(Form form) {
        String pick = form.value("pick");
        int colon = pick.indexOf(':');
        String state = colon < 0 ? pick : pick.substring(0, colon);
        Set<ApplicationId> whom = new LinkedHashSet<>();
        List<String> ids =
                colon < 0 ? form.all("who") : List.of(pick.substring(colon + 1).split(","));
        for (String id : ids) {
            uuid(id).ifPresentOrElse(
                            found -> whom.add(new ApplicationId(found)),
                            () -> form.reject("who", "site.form.choice"));
        }
        PickState wanted = null;
        if (!state.equals("none")) {
            Optional<PickState> known =
                    form.choice(
                            "pick",
                            value -> {
                                for (PickState one : PickState.values()) {
                                    if (one.code().equals(state)) {
                                        return Optional.of(one);
                                    }
                                }
                                return Optional.empty();
                            });
            if (known.isEmpty()) {
                form.reject("pick", "site.form.choice");
            }
            wanted = known.orElse(null);
        }
        return new PickForm(wanted, new ArrayList<>(whom));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
