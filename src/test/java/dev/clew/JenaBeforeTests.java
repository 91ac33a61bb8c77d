package dev.clew;

import dev.clew.ontology.Jena;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Makes Jena ready before any test, because two classes of tests begin at once. */
public final class JenaBeforeTests implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Jena.ready();
    }
}
