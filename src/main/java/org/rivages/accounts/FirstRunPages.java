package org.rivages.accounts;

import java.util.Map;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.HomeSection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an empty house is claimed, and the word about it on the home page. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class FirstRunPages implements HomeSection {
    private final FirstRun firstRun;

    FirstRunPages(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public Optional<Section> section(Page page) {
        return firstRun.open()
                ? Optional.of(
                        new Section(
                                "first-run",
                                "accounts.first-run.title",
                                0,
                                new Fragment("org/rivages/accounts/first-run-hint", Map.of())))
                : Optional.empty();
    }

    @GetMapping("/{lang}/first-run")
    ModelAndView ask(Page page) {
        return show(page, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/first-run")
    ModelAndView claim(Page page, Form form) {
        if (!firstRun.open()) {
            throw new NotFound("first run");
        }
        String code = form.requiredLine("code", 40);
        String name = form.requiredLine("name", 120);
        String email = form.email("email");
        if (email.isEmpty()) {
            form.reject("email", "site.form.required");
        }
        String password = form.value("password");
        if (password.length() < Passwords.LEAST || password.length() > Passwords.MOST) {
            form.reject(
                    "password",
                    "accounts.password.length",
                    "least",
                    Passwords.LEAST,
                    "most",
                    Passwords.MOST);
        }
        if (!form.ok()) {
            return show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (firstRun.claim(code, email, name, password, page.language())) {
            case CLAIMED -> page.redirect("/sign-in", "accounts.claimed.notice");
            case WRONG_CODE -> {
                form.reject("code", "accounts.first-run.wrong");
                yield show(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case TOO_MANY -> {
                form.reject("code", "accounts.sign-in.too-many");
                yield show(page, form, HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private ModelAndView show(Page page, Form form, HttpStatus status) {
        if (!firstRun.open()) {
            throw new NotFound("first run");
        }
        ModelAndView view = page.view("org/rivages/accounts/first-run", "form", form);
        view.setStatus(status);
        return view;
    }
}
