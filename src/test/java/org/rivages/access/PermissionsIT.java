package org.rivages.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address × every role, asked over HTTP, and the table of it in docs/permissions.md. That
 * each room also guards its objects (this programme, my application) is tested in the room.
 */
@RivagesTest
class PermissionsIT {
    private static final Path TABLE = Path.of("docs", "permissions.md");
    private static final Map<String, String> PEOPLE = people();

    private record Address(RequestMethod method, String pattern, String path, Allow allow)
            implements Comparable<Address> {
        @Override
        public int compareTo(Address other) {
            return Comparator.comparing(Address::pattern)
                    .thenComparing(Address::method)
                    .compare(this, other);
        }
    }

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyAddressKeepsItsDoor() {
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        Map<String, String> tokens = new LinkedHashMap<>();
        PEOPLE.forEach((who, email) -> {
            Visitor visitor = email.isEmpty() ? new Visitor() : Visitor.signedIn(email);
            visitors.put(who, visitor);
            tokens.put(who, token(visitor, email.isEmpty()));
        });
        SoftAssertions all = new SoftAssertions();
        for (Address address : addresses()) {
            if (address.pattern.endsWith("/sign-out")) {
                continue;
            }
            visitors.forEach((who, visitor) -> {
                Answer answer = ask(visitor, address, requireNonNull(tokens.get(who)));
                String place =
                        address.method
                                + " "
                                + address.path
                                + " as "
                                + who
                                + " → "
                                + answer.status();
                if (who.equals("visitor") && address.pattern.endsWith("/autosave")) {
                    // a script asks here, and must learn that the session is over
                    all.assertThat(answer.status()).as(place).isEqualTo(401);
                } else if (may(who, address.allow)) {
                    boolean sentToSignIn =
                            answer.status() == 303
                                    && answer.header("Location").contains("/sign-in?");
                    all.assertThat(answer.status()).as(place).isNotIn(401, 403, 500);
                    all.assertThat(sentToSignIn).as(place).isFalse();
                } else if (who.equals("visitor")) {
                    all.assertThat(answer.status()).as(place).isEqualTo(303);
                    all.assertThat(answer.header("Location")).as(place).contains("/sign-in?");
                } else {
                    all.assertThat(answer.status()).as(place).isEqualTo(403);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void theTableInTheDocumentsIsTrue() throws IOException {
        StringBuilder table =
                new StringBuilder(
                        """
                        # Who may call which address

                        Written by `PermissionsIT` (`-Drivages.update=true` rewrites it). The mark stands beside each handler
                        (`@Allow`); a handler without one stops the start. Beyond this table each room guards its objects: a role
                        held for one programme opens that programme only, and what belongs to somebody else answers 404.

                        | | Address | Open to |
                        |---|---|---|
                        """);
        for (Address address : addresses()) {
            table.append("| ")
                    .append(address.method)
                    .append(" | `")
                    .append(address.pattern.replace("|", "\\|"))
                    .append("` | ")
                    .append(words(address.allow))
                    .append(" |\n");
        }
        if (Boolean.getBoolean("rivages.update")) {
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).hasContent(table.toString());
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("visitor", "");
        people.put("applicant", "applicant@demo.example");
        people.put("ADMINISTRATOR", "admin@demo.example");
        people.put("PROGRAMME_MANAGER", "manager@demo.example");
        people.put("SECRETARIAT", "secretariat@demo.example");
        people.put("REVIEWER", "juror4@demo.example");
        people.put("COMMITTEE_CHAIR", "chair@demo.example");
        people.put("HOST_COORDINATOR", "host@demo.example");
        return people;
    }

    private static boolean may(String who, Allow allow) {
        return switch (allow.value()) {
            case EVERYBODY -> true;
            case SIGNED_IN -> !who.equals("visitor");
            case STAFF ->
                    !who.equals("visitor")
                            && !who.equals("applicant")
                            && (allow.roles().length == 0 || holds(who, allow.roles()));
        };
    }

    /** The demonstration's secretariat is its programme manager too. */
    private static boolean holds(String who, Role[] roles) {
        for (Role role : roles) {
            if (role.name().equals(who)
                    || (who.equals("SECRETARIAT") && role == Role.PROGRAMME_MANAGER)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Allow allow) {
        return switch (allow.value()) {
            case EVERYBODY -> "everybody";
            case SIGNED_IN -> "a person who has signed in";
            case STAFF ->
                    allow.roles().length == 0
                            ? "any role"
                            : String.join(
                                    ", ",
                                    new TreeSet<>(
                                            List.of(allow.roles()).stream()
                                                    .map(role ->
                                                            role.name()
                                                                    .toLowerCase(Locale.ROOT)
                                                                    .replace('_', ' '))
                                                    .toList()));
        };
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (AccessInterceptor.ours(method)
                            && mapping.getPathPatternsCondition() != null) {
                        for (String pattern : mapping.getPatternValues()) {
                            for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                                addresses.add(
                                        new Address(
                                                verb,
                                                pattern,
                                                path(pattern, method),
                                                requireNonNull(AccessInterceptor.allowOf(method))));
                            }
                        }
                    }
                });
        addresses.sort(null);
        return addresses;
    }

    private static String path(String pattern, HandlerMethod method) {
        String path =
                pattern.replaceAll("\\{lang(:[^}]*)?}", "en")
                        .replaceAll("\\{\\w+:\\\\d[^/]*}", "1")
                        .replaceAll("\\{\\w+:([a-z]+)[^/{}]*}", "$1");
        for (var parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == UUID.class) {
                path =
                        path.replace(
                                "{" + parameter.getParameter().getName() + "}",
                                UUID.randomUUID().toString());
            }
            if (parameter.getParameterType() == int.class
                    || parameter.getParameterType() == long.class) {
                path = path.replace("{" + parameter.getParameter().getName() + "}", "1");
            }
        }
        return path.replaceAll("\\{[^}]*}", "not-there");
    }

    private static Answer ask(Visitor visitor, Address address, String token) {
        return address.method == RequestMethod.GET
                ? visitor.raw(address.path)
                : visitor.postRaw(address.path, Map.of("_csrf", List.of(token)));
    }

    private static String token(Visitor visitor, boolean anonymous) {
        Answer page = visitor.get(anonymous ? "/en/sign-in" : "/en/me/account");
        return page.page().expectFirst("input[name=_csrf]").val();
    }
}
