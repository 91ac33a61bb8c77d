package dev.clew.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work is: a bar on a terminal, a plain line every ten percent elsewhere. Both go to standard error. */
final class Progress implements AutoCloseable {
    private final String task;
    private final boolean terminal = System.console() != null;
    private @Nullable ProgressBar bar;
    private String stage = "";
    private long toldTenths = -1;

    Progress(String task) {
        this.task = task;
    }

    /** Shows that so much of a stage is done. */
    void show(String nextStage, long done, long total) {
        if (!nextStage.equals(stage)) {
            endStage();
            stage = nextStage;
            toldTenths = -1;
        }
        if (terminal) {
            bar(total).stepTo(done);
        } else {
            line(done, total);
        }
    }

    private ProgressBar bar(long total) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(task + ", " + stage)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
            bar = shown;
        }
        return shown;
    }

    private void line(long done, long total) {
        long tenths = total == 0 ? 10 : done * 10 / total;
        if (tenths > toldTenths) {
            toldTenths = tenths;
            System.err.printf(Locale.ROOT, "%s, %s: %d %%%n", task, stage, tenths * 10);
        }
    }

    @Override
    public void close() {
        endStage();
    }

    /** Takes the bar away, so that other lines can follow. */
    void endStage() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
