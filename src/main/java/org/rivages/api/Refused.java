package org.rivages.api;

/** A request that gets a problem instead of an answer. */
final class Refused extends RuntimeException {
    private final Problem problem;
    private final String detail;

    /**
     * @param detail what exactly, in the language of who asks; "" for what is always said
     */
    Refused(Problem problem, String detail) {
        super(problem.code());
        this.problem = problem;
        this.detail = detail;
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }
}
