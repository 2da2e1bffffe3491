package org.rivages.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The trail at the desk of the administrator. */
@Controller
@Allow(roles = Role.ADMINISTRATOR)
class AuditPages {
    private static final int PAGE = 50;
    private static final int DESK_ORDER = 950;
    private static final List<String> FILTERS =
            List.of("action", "actor", "from", "subject", "until");

    private final AuditStore store;
    private final AuditChain chain;
    private final List<ActorNames> names;

    AuditPages(AuditStore store, AuditChain chain, List<ActorNames> names) {
        this.store = store;
        this.chain = chain;
        this.names = names;
    }

    @Bean
    static DeskEntry auditDeskEntry() {
        return new DeskEntry(
                "/desk/audit", "audit.desk.title", DESK_ORDER, Set.of(Role.ADMINISTRATOR));
    }

    @GetMapping("/{lang}/desk/audit")
    ModelAndView list(
            Page page,
            Form form,
            @RequestParam(name = "page", defaultValue = "") String number,
            @RequestParam(defaultValue = "") String check) {
        AuditStore.Search search = search(page, form);
        Paging paging =
                Paging.of(form.ok() ? number : "", form.ok() ? store.count(search) : 0, PAGE);
        List<EntryView> entries = form.ok() ? store.page(search, paging.offset(), PAGE) : List.of();
        AuditStore.Head head = store.head();
        ModelAndView view =
                page.view(
                        "org/rivages/audit/desk",
                        "form",
                        form,
                        "entries",
                        entries,
                        "names",
                        names(entries),
                        "actions",
                        actions(page),
                        "paging",
                        paging,
                        "query",
                        query(form),
                        "sealed",
                        head.position(),
                        "hash",
                        head.hash(),
                        "waiting",
                        store.waiting(),
                        "checked",
                        check.isEmpty() ? null : checked(page));
        if (!form.ok()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** The answer of a full check, as a message. */
    private String checked(Page page) {
        return switch (chain.verify()) {
            case AuditChain.State.Whole(long positions, String head, long waiting) ->
                    page.t("audit.desk.whole", "n", positions);
            case AuditChain.State.Broken(long position, AuditChain.Why why) ->
                    page.t(
                            "audit.desk.broken."
                                    + why.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'),
                            "position",
                            position);
        };
    }

    private AuditStore.Search search(Page page, Form form) {
        return new AuditStore.Search(
                form.line("action", 100),
                form.id("subject").orElse(null),
                form.id("actor").orElse(null),
                day(page, form, "from", 0),
                day(page, form, "until", 1));
    }

    private static @Nullable Instant day(Page page, Form form, String field, int plus) {
        String text = form.line(field, 20);
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                return LocalDate.parse(text).plusDays(plus).atStartOfDay(page.zone()).toInstant();
            } catch (DateTimeParseException e) {
                // said below
            }
        }
        form.reject(field, "audit.desk.day");
        return null;
    }

    private Map<UUID, String> names(List<EntryView> entries) {
        Set<UUID> people =
                entries.stream()
                        .map(EntryView::actor)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<UUID, String> found = new HashMap<>();
        names.forEach(source -> found.putAll(source.names(people)));
        return found;
    }

    /** Action → its words, or itself when it has none. */
    private Map<String, String> actions(Page page) {
        Map<String, String> actions = new LinkedHashMap<>();
        for (String action : store.actions()) {
            String key = "audit." + action;
            actions.put(action, page.words().has(key) ? page.t(key) : action);
        }
        return actions;
    }

    private static String query(Form form) {
        StringBuilder query = new StringBuilder();
        for (String filter : FILTERS) {
            if (!form.value(filter).isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(filter)
                        .append('=')
                        .append(URLEncoder.encode(form.value(filter), StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
