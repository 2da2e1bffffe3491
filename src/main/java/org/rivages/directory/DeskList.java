package org.rivages.directory;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The work list: every record, the stale ones first. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.ADMINISTRATOR})
class DeskList {
    private final DeskStore desk;

    DeskList(DeskStore desk) {
        this.desk = desk;
    }

    @GetMapping("/{lang}/desk/organisations")
    ModelAndView list(Page page, Form form) {
        String text = form.line("q", Form.LINE);
        OrganisationKind kind =
                form.choice("kind", code -> Coded.of(OrganisationKind.class, code)).orElse(null);
        DeskStore.Only only =
                form.choice("only", code -> Coded.of(DeskStore.Only.class, code)).orElse(null);
        Map<String, String> kinds = new LinkedHashMap<>();
        for (OrganisationKind one : OrganisationKind.values()) {
            kinds.put(one.code(), page.t(one.key()));
        }
        ModelAndView view =
                page.view(
                        "org/rivages/directory/deskOrganisations",
                        "form",
                        form,
                        "kinds",
                        kinds,
                        "only",
                        only,
                        "rows",
                        desk.rows(Spoken.plain(text), kind, only, page.now()),
                        "counts",
                        desk.counts(page.now()));
        if (!form.ok()) {
            view.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        DeskEntry organisationsDesk() {
            return new DeskEntry(
                    "/desk/organisations",
                    "directory.title",
                    20,
                    EnumSet.of(Role.SECRETARIAT, Role.ADMINISTRATOR));
        }

        @Bean
        TodaySection organisationsToday(DeskStore desk) {
            return page -> today(page, desk);
        }

        private static Optional<Section> today(Page page, DeskStore desk) {
            if (!page.viewer().hasAny(Role.SECRETARIAT, Role.ADMINISTRATOR)) {
                return Optional.empty();
            }
            DeskStore.Counts counts = desk.counts(page.now());
            if (counts.stale() + counts.links() + counts.claims() + counts.disputed() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new Section(
                            "directory",
                            "directory.desk.today",
                            60,
                            new Fragment("org/rivages/directory/today", Map.of("counts", counts))));
        }
    }
}
