package org.rivages.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rivages.Rivages;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program with the demonstration network, on a real port, a real PostgreSQL and a real
 * SMTP server. All tests that bear it share one running program: make what you need, rely on
 * nothing that another test may change.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Rivages.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = "rivages.demo=true")
@ContextConfiguration(initializers = TestServer.class)
public @interface RivagesTest {}
