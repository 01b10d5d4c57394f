package org.lvsdirector.config.syntax;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration file and all that it includes into one tree. The stages: {@link LineReader} cuts and joins lines,
 * {@link PreprocessorStage} expands, {@link IncludeStage} follows includes, {@link Lexer} cuts words, {@link TreeBuilder} nests.
 */
public final class TreeReader {
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 100;

    private final SourceLoader loader;
    private final Problems problems;
    private final IncludeStage includes;
    private final TreeBuilder tree;
    private final Lexer lexer;
    private final PreprocessorStage preprocessor;
    private final Deque<Path> open = new ArrayDeque<>();
    private int filesRead;
    /** The file whose lines are being read. */
    private Path current = Path.of("");

    /** A reader for one tree; what is wrong goes to {@code problems}. */
    public TreeReader(SourceLoader loader, Vocabulary vocabulary, ReadingContext context, Problems problems) {
        this.loader = loader;
        this.problems = problems;
        this.includes = new IncludeStage(loader, vocabulary, problems);
        Tape tape = new Tape();
        this.tree = new TreeBuilder(tape, problems, vocabulary::opensOutermost);
        this.lexer = new Lexer(tape, tree, problems);
        this.preprocessor = new PreprocessorStage(this::expanded, context, problems);
    }

    /**
     * The directives outside all blocks, in order, or null when the file itself cannot be read.
     *
     * @param file to be named in places as given
     */
    public @Nullable List<Directive> read(Path file) {
        problems.opened(file.toString());
        SourceText source = load(file, SourcePlace.startOf(file.toString()));
        if (source == null) {
            return null;
        }
        if (loader.isExecutable(file)) {
            problems.warning(
                    SourcePlace.startOf(file.toString()),
                    "the file is executable, so keepalived would refuse it",
                    "chmod a-x " + file);
        }
        lines(source);
        return tree.finish();
    }

    private @Nullable SourceText load(Path file, SourcePlace blamed) {
        filesRead++;
        try {
            String text = Decoder.decode(loader.read(file));
            if (text != null) {
                return new SourceText(file.toString(), file, text);
            }
            problems.error(
                    SourcePlace.startOf(file.toString()),
                    "this is no text: it holds bytes that are zero",
                    "check the file's name");
        } catch (NoSuchFileException e) {
            problems.error(blamed, file + " does not exist", "check the name");
        } catch (IOException e) {
            problems.error(blamed, file + " cannot be read: " + e.getMessage(), "check the name and who may read it");
        }
        return null;
    }

    private void lines(SourceText source) {
        Path outer = current;
        IncludeChecks asked = includes.checks();
        enter(source.path());
        open.push(source.path().toAbsolutePath().normalize());
        LineReader lines = new LineReader(source);
        for (Line line = lines.next(); line != null && !problems.isFull(); line = lines.next()) {
            preprocessor.accept(line);
        }
        open.pop();
        includes.ask(asked);
        enter(outer);
    }

    private void enter(Path file) {
        current = file;
        Path folder = file.getParent();
        preprocessor.readingIn(folder == null ? Path.of("") : folder);
    }

    private void expanded(Line line) {
        IncludeStage.Include include = includes.parse(line);
        if (include == null) {
            lexer.accept(line);
            return;
        }
        for (Path file : includes.files(include, current)) {
            follow(include, file);
        }
    }

    private void follow(IncludeStage.Include include, Path file) {
        if (open.contains(file.toAbsolutePath().normalize())) {
            problems.error(
                    include.place(),
                    file + " includes itself, directly or through others",
                    "remove one of the includes");
            return;
        }
        if (open.size() >= DEEPEST) {
            problems.error(
                    include.place(), "includes are nested more than " + DEEPEST + " deep", "remove some includes");
            return;
        }
        if (filesRead >= MOST_FILES) {
            problems.error(include.place(), "more than " + MOST_FILES + " files are included", "remove some includes");
            return;
        }
        problems.opened(file.toString());
        SourceText source = load(file, include.place());
        if (source != null) {
            lines(source);
        }
    }
}
