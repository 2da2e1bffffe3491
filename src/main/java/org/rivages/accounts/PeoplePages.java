package org.rivages.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.rivages.shared.NotFound;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** People with roles, at the desk of the administrator. */
@Controller
@Allow(roles = Role.ADMINISTRATOR)
public class PeoplePages {
    /**
     * @param grants role and the name of its programme, or "" for all
     */
    public record StaffView(Person person, List<GrantView> grants) {}

    /**
     * @param programme its id, or "" for all
     */
    public record GrantView(Role role, String programme, String programmeName) {}

    private final PersonStore people;
    private final Accounts accounts;
    private final List<ProgrammeNames> programmes;

    PeoplePages(PersonStore people, Accounts accounts, List<ProgrammeNames> programmes) {
        this.people = people;
        this.accounts = accounts;
        this.programmes = programmes;
    }

    @Bean
    DeskEntry peopleEntry() {
        return new DeskEntry(
                "/desk/people", "accounts.people.title", 900, Set.of(Role.ADMINISTRATOR));
    }

    @GetMapping("/{lang}/desk/people")
    ModelAndView list(Page page) {
        return show(page, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/people")
    ModelAndView grant(Page page, Form form) {
        String email = form.email("email");
        if (email.isEmpty()) {
            form.reject("email", "site.form.required");
        }
        String name = form.line("name", 120);
        Optional<Role> role = form.choice("role", Role.class);
        if (role.isEmpty()) {
            form.reject("role", "site.form.required");
        }
        Map<String, String> names = programmeNames(page);
        Optional<UUID> programme = form.id("programme");
        if (programme.isPresent() && !names.containsKey(programme.get().toString())) {
            // never for all programmes instead
            form.reject("programme", "site.form.choice");
        }
        if (!form.ok()) {
            return show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Person person = accounts.welcome(email, name, page.language());
        accounts.grant(
                person.id(), role.orElseThrow(), programme.orElse(null), page.viewer().person());
        return page.redirect("/desk/people", "accounts.granted.notice");
    }

    @PostMapping("/{lang}/desk/people/{person}/revoke")
    ModelAndView revoke(Page page, Form form, @PathVariable UUID person) {
        Role role = form.choice("role", Role.class).orElseThrow(() -> new NotFound("role"));
        UUID programme = form.id("programme").orElse(null);
        if (!form.ok()) {
            return show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (person.equals(page.viewer().person()) && role == Role.ADMINISTRATOR) {
            form.reject("email", "accounts.people.not-yourself");
            return show(page, form, HttpStatus.CONFLICT);
        }
        accounts.revoke(person, role, programme, page.viewer().person());
        return page.redirect("/desk/people", "accounts.revoked.notice");
    }

    private ModelAndView show(Page page, Form form, HttpStatus status) {
        Map<String, String> names = programmeNames(page);
        List<StaffView> staff =
                people.staff().entrySet().stream()
                        .map(e ->
                                new StaffView(
                                        e.getKey(),
                                        e.getValue().stream().map(g -> view(g, names)).toList()))
                        .toList();
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(
                    role.name(),
                    page.t(
                            "accounts.role."
                                    + role.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        ModelAndView view =
                page.view(
                        "org/rivages/accounts/people",
                        "form",
                        form,
                        "staff",
                        staff,
                        "roles",
                        roles,
                        "programmes",
                        names);
        view.setStatus(status);
        return view;
    }

    private static GrantView view(Viewer.Grant grant, Map<String, String> names) {
        String id = grant.programme() == null ? "" : grant.programme().toString();
        return new GrantView(grant.role(), id, names.getOrDefault(id, ""));
    }

    private Map<String, String> programmeNames(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        programmes.forEach(source ->
                source.names().forEach((id, name) -> names.put(id.toString(), page.t(name))));
        return names;
    }
}
