package org.rivages.applications;

/** What upper rooms decide about an application, once it may be known. */
public enum Decision {
    SELECTED,
    RESERVE,
    REFUSED,
    CONFIRMED,
    DECLINED;

    ApplicationState state() {
        return ApplicationState.valueOf(name());
    }
}
