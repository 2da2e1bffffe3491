package org.rivages;

import org.rivages.platform.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Where the program starts. {@code ./rivages help} lists the commands. */
@Modulithic(systemName = "Rivages")
@SpringBootApplication(proxyBeanMethods = false)
public class Rivages {

    public static void main(String[] args) {
        Launcher.run(Rivages.class, args);
    }
}
