package org.rivages.reviews;

import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.calls.CallView;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A juror's profile, as the secretariat fills it in. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class ProfilePages {
    private final ReviewDoor door;
    private final Panels panels;
    private final Accounts accounts;
    private final ProfileForm profiles;

    ProfilePages(ReviewDoor door, Panels panels, Accounts accounts, ProfileForm profiles) {
        this.door = door;
        this.panels = panels;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/panel/jurors/{juror}")
    ModelAndView profile(Page page, @PathVariable String slug, @PathVariable UUID juror) {
        CallView call = door.run(page, slug);
        Person person = juror(call, juror);
        return profiles.view(
                page,
                ProfileForm.filled(panels.profile(juror)),
                person.name(),
                PanelPages.path(slug) + "/jurors/" + juror,
                PanelPages.path(slug));
    }

    /** Only reviewers of this call's programme: nobody else's profile is shown here. */
    Person juror(CallView call, UUID juror) {
        return accounts.holding(Role.REVIEWER, call.programme().value()).stream()
                .filter(person -> person.id().equals(juror))
                .findFirst()
                .orElseThrow(() -> new NotFound("juror"));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/panel/jurors/{juror}")
    ModelAndView saveProfile(
            Page page, Form form, @PathVariable String slug, @PathVariable UUID juror) {
        CallView call = door.run(page, slug);
        Person person = juror(call, juror);
        Optional<JurorProfile> profile = profiles.read(form, juror);
        if (profile.isEmpty()) {
            ModelAndView view =
                    profiles.view(
                            page,
                            form,
                            person.name(),
                            PanelPages.path(slug) + "/jurors/" + juror,
                            PanelPages.path(slug));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        panels.save(profile.get(), page.viewer().person());
        return page.redirect(PanelPages.path(slug), "reviews.profile-saved.notice");
    }
}
