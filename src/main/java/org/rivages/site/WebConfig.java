package org.rivages.site;

import java.util.List;
import org.rivages.access.AccessInterceptor;
import org.rivages.access.Viewers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Pages as handler arguments; every handler under {@link AccessInterceptor}. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {
    private final PageResolver pages;
    private final Viewers viewers;

    WebConfig(PageResolver pages, Viewers viewers) {
        this.pages = pages;
        this.viewers = viewers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
        resolvers.add(new FormResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor(viewers));
    }

    /** The start fails when a handler does not say who may call it. */
    @Bean
    SmartInitializingSingleton everyHandlerSaysWhoMayCallIt(
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return () ->
                requestMappingHandlerMapping
                        .getHandlerMethods()
                        .forEach((mapping, method) -> {
                            if (AccessInterceptor.ours(method)
                                    && AccessInterceptor.allowOf(method) == null) {
                                throw new IllegalStateException("no @Allow on " + method);
                            }
                        });
    }
}
