package org.rivages.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.MySection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's own space: what the rooms show there, their name and language, their password. */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class MyPages {
    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final List<MySection> sections;

    MyPages(Accounts accounts, SignIn signIn, Sessions sessions, List<MySection> sections) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.sections = sections;
    }

    @GetMapping("/{lang}/me")
    ModelAndView mine(Page page) {
        List<Section> shown =
                sections.stream()
                        .map(section -> section.section(page))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view("org/rivages/accounts/me", "sections", shown);
    }

    @GetMapping("/{lang}/me/account")
    ModelAndView account(Page page) {
        Person person = me(page);
        Form form =
                Form.empty().with("name", person.name()).with("language", person.language().code());
        return page.view("org/rivages/accounts/account", "form", form, "person", person);
    }

    @PostMapping("/{lang}/me/account")
    ModelAndView save(Page page, Form form) {
        String name = form.requiredLine("name", 120);
        Optional<Language> language = form.choice("language", Language::of);
        if (language.isEmpty()) {
            form.reject("language", "site.form.required");
        }
        if (!form.ok()) {
            return again(page, form);
        }
        accounts.rename(page.viewer().person(), name, language.orElseThrow());
        return page.redirect("/me/account", "accounts.saved.notice");
    }

    @PostMapping("/{lang}/me/password")
    ModelAndView password(Page page, Form form, HttpServletRequest request) {
        String password = form.value("password");
        if (password.length() < Passwords.LEAST || password.length() > Passwords.MOST) {
            form.reject(
                    "password",
                    "accounts.password.length",
                    "least",
                    Passwords.LEAST,
                    "most",
                    Passwords.MOST);
            return again(page, form);
        }
        signIn.setPassword(me(page), password);
        sessions.endOthers(page.viewer().person(), request);
        return page.redirect("/me/account", "accounts.password-set.notice");
    }

    private ModelAndView again(Page page, Form form) {
        Person person = me(page);
        if (form.value("name").isEmpty() && form.problem("name") == null) {
            form.with("name", person.name()).with("language", person.language().code());
        }
        ModelAndView view =
                page.view("org/rivages/accounts/account", "form", form, "person", person);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Person me(Page page) {
        return accounts.person(page.viewer().person()).orElseThrow(() -> new NotFound("person"));
    }
}
