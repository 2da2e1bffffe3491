package org.rivages.accounts;

import java.util.UUID;
import org.rivages.mail.LateText;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.springframework.stereotype.Component;

/** Makes the link of a sign-in letter at the moment it leaves. */
@Component
class SignInLink implements LateText {
    static final String NAME = "sign-in-link";

    private final SignInStore signIns;
    private final Links links;

    SignInLink(SignInStore signIns, Links links) {
        this.signIns = signIns;
        this.links = links;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String make(UUID about, String to) {
        String token = Tokens.make();
        signIns.arm(about, Tokens.hash(token));
        Language language = signIns.languageOf(about).orElse(Language.EN);
        return links.absolute(language, "/sign-in/" + token);
    }
}
