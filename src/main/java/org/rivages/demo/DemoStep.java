package org.rivages.demo;

/**
 * One part of the demonstration network. Steps run in their order, each in its own time; a step
 * that finds its work done does nothing.
 */
interface DemoStep {
    /**
     * People 10, directory 20, programmes 30, library 35, calls 40, applications 50, reviews 60,
     * selection 70.
     */
    int order();

    void load();
}
