package dev.clew.bench;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints our figures on two labelled collections beside plain BM25, plain cosine and the majority class: which key point belongs
 * to which argument (ArgKP-2021), and whether two statements support or attack each other (the campaign of 1960).
 */
public final class ClaimsEvaluation {
    private ClaimsEvaluation() {}

    /**
     * Takes the folder that holds {@code claims-argkp} and {@code claims-support-attack}, {@code ../shared/data} by default; says
     * which of them is absent.
     */
    public static void main(String[] given) throws IOException {
        Path folder = Path.of(given.length > 0 ? given[0] : "../shared/data");
        Path natives = Files.createTempDirectory("clew-evaluation");
        try (MiniLm model = MiniLm.load(ModelFiles.SHIPPED, natives)) {
            TextNearness nearness = new TextNearness(model);
            Path keyPoints = folder.resolve("claims-argkp");
            if (isThere(keyPoints)) {
                KeyPointRanking.print(keyPoints, "dev", nearness);
                KeyPointRanking.print(keyPoints, "train", nearness);
            }
            Path statements = folder.resolve("claims-support-attack");
            if (isThere(statements)) {
                StatementPairs.print(statements, nearness);
            }
        } finally {
            BenchFiles.delete(natives);
        }
    }

    private static boolean isThere(Path folder) {
        boolean there = Files.isDirectory(folder);
        if (!there) {
            System.out.println("Skipped: there is no " + folder + ". Give the folder that holds it as the argument.");
        }
        return there;
    }
}
