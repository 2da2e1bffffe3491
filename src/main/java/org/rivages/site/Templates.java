package org.rivages.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * JTE templates as Spring MVC views. They lie beside the Java of their room and are compiled with
 * it; a developer may set {@code rivages.templates=src/main/java} to see changes at once.
 */
@Configuration(proxyBeanMethods = false)
class Templates {
    @Bean
    TemplateEngine templateEngine(@Value("${rivages.templates:}") String folder) {
        TemplateEngine engine =
                folder.isEmpty()
                        ? TemplateEngine.createPrecompiled(ContentType.Html)
                        : TemplateEngine.create(
                                new DirectoryCodeResolver(Path.of(folder)),
                                Path.of("target", "jte-live"),
                                ContentType.Html,
                                Templates.class.getClassLoader());
        engine.setBinaryStaticContent(true);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver templateViews(TemplateEngine engine) {
        return new TemplateViews(engine);
    }

    private record TemplateViews(TemplateEngine engine) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return engine.hasTemplate(name + ".jte")
                    ? new TemplateView(engine, name + ".jte")
                    : null;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    /** Renders the whole page before the first byte leaves: an error never ends in half a page. */
    private record TemplateView(TemplateEngine engine, String file) implements View {
        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Map<String, Object> params = new HashMap<>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (value != null && name.indexOf('.') < 0) {
                        params.put(name, value);
                    }
                });
            }
            Utf8ByteOutput out = new Utf8ByteOutput();
            engine.render(file, params, out);
            if (response.getContentType() == null) {
                response.setContentType("text/html;charset=UTF-8");
            }
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }
}
