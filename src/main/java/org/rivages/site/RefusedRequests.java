package org.rivages.site;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An address that the server itself refuses ({@code %00}, {@code %2f}, half a letter) never comes
 * to {@link ErrorPages}. It gets a small page of ours in its language instead of the server's.
 */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageOfRefusedRequests(
            ObjectProvider<Texts> texts, ObjectProvider<TemplateEngine> templates) {
        return factory ->
                factory.addContextCustomizers(context ->
                        context.getParent()
                                .getPipeline()
                                .addValve(new RefusedPage(texts, templates)));
    }

    private static final class RefusedPage extends ErrorReportValve {
        private final ObjectProvider<Texts> texts;
        private final ObjectProvider<TemplateEngine> templates;

        RefusedPage(ObjectProvider<Texts> texts, ObjectProvider<TemplateEngine> templates) {
            this.texts = texts;
            this.templates = templates;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable problem) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String path = request.getRequestURI();
            Language language =
                    Optional.ofNullable(path)
                            .flatMap(PageResolver::languageIn)
                            .orElseGet(() -> Languages.preferred(request));
            boolean data = path != null && path.startsWith("/api/");
            Words words = texts.getObject().in(language);
            SafeHeaders.write(response);
            response.setHeader("Content-Language", language.code());
            response.setContentType(data ? "application/problem+json" : "text/html");
            response.setCharacterEncoding("UTF-8");
            try {
                response.getReporter().write(data ? problem(words, status) : page(words, status));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // the reader has gone, or an answer has begun: nothing more can be said
            }
        }

        private String page(Words words, int status) {
            StringOutput page = new StringOutput();
            templates
                    .getObject()
                    .render(
                            "org/rivages/site/refused.jte",
                            Map.of("words", words, "key", key(status), "status", status),
                            page);
            return page.toString();
        }

        private static String problem(Words words, int status) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "/api/v1/problems/" + (status < 500 ? "bad-request" : "internal"));
            problem.put("title", words.get(key(status) + ".title"));
            problem.put("status", status);
            problem.put("detail", words.get(key(status) + ".text"));
            problem.put("instance", "/api/v1");
            return Json.write(problem);
        }

        private static String key(int status) {
            return status < 500 ? "site.error.bad-request" : "site.error.server";
        }
    }
}
