package org.rivages.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.rivages.access.OpenPost;
import org.rivages.site.SafeHeaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Headers, form tokens and cookies for every request. Who may call which address is said beside
 * each handler with {@code @Allow}. Passkeys and OpenID Connect will join this chain.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            List<OpenPost> openPosts,
            @Value("${rivages.base-url:}") String base)
            throws Exception {
        // The form token lives in a cookie of its own, not in the session: a form survives the end
        // of the
        // session, so that what was typed can be kept.
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("rivages-form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).sameSite("Lax").secure(base.startsWith("https:")).path("/"));
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens)
                                .ignoringRequestMatchers(
                                        openPosts.stream()
                                                .map(open ->
                                                        PathPatternRequestMatcher.pathPattern(
                                                                HttpMethod.POST, open.pattern()))
                                                .toArray(RequestMatcher[]::new)))
                .anonymous(anonymous -> anonymous.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers ->
                        headers.contentSecurityPolicy(csp ->
                                        csp.policyDirectives(SafeHeaders.CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(permissions ->
                                        permissions.policy(
                                                "camera=(), geolocation=(), microphone=(), payment=()"))
                                .cacheControl(cache -> cache.disable()))
                .build();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CookieSerializer sessionCookie(@Value("${rivages.base-url:}") String base) {
        DefaultCookieSerializer cookie = new SessionCookie();
        cookie.setCookieName("rivages");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(base.startsWith("https:"));
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** What is no id of a session is not looked up: the database refuses some of it. */
    private static final class SessionCookie extends DefaultCookieSerializer {
        private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return super.readCookieValues(request).stream()
                    .filter(value -> ID.matcher(value).matches())
                    .toList();
        }
    }
}
