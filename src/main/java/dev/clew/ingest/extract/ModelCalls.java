package dev.clew.ingest.extract;

import dev.clew.fetch.FetchLimits;
import dev.clew.fetch.OneServer;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Relations;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a language model by its server's OpenAI-compatible interface; tries again where that may help. */
final class ModelCalls implements AutoCloseable {
    /** Most tokens of an answer. */
    static final int LIMIT_ANSWER_TOKENS = 4_000;

    /** A model on a small machine takes minutes for a part. */
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofMinutes(5), 2_000_000, 0);

    private static final int RETRIES = 2;

    private final OneServer server;
    private final ModelSettings settings;
    private final ChatModel model;

    ModelCalls(ModelSettings settings, Relations relations) {
        this.settings = settings;
        this.server = new OneServer(settings.url(), LIMITS);
        HttpClientBuilder http = new ModelHttp.Builder(server);
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.url().toString())
                .apiKey(settings.key().isEmpty() ? null : settings.key())
                .modelName(settings.name())
                .responseFormat(Question.form(relations))
                .strictJsonSchema(true)
                .maxCompletionTokens(LIMIT_ANSWER_TOKENS)
                .maxRetries(RETRIES)
                .build();
    }

    /**
     * What a model answered.
     *
     * @param text JSON, if it did as it was told
     * @param sent how many tokens were asked
     * @param answered how many were answered
     */
    record Reply(String text, long sent, long answered) {}

    /**
     * Asks about one part.
     *
     * @throws ClewException (fetch-failed) when the server does not answer as it should, after {@value #RETRIES} more tries
     */
    Reply ask(String rule, String part) {
        try {
            ChatResponse response = model.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(rule), UserMessage.from(part))
                    .build());
            String text = response.aiMessage().text() == null
                    ? ""
                    : response.aiMessage().text();
            TokenUsage usage = response.tokenUsage();
            return new Reply(
                    text,
                    count(usage == null ? null : usage.inputTokenCount(), rule + part),
                    count(usage == null ? null : usage.outputTokenCount(), text));
        } catch (ClewException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            // Whatever the library makes of an answer that is none: of a page, of JSON without choices.
            throw failure(failed);
        }
    }

    private static long count(@Nullable Integer told, String text) {
        return told == null || told <= 0 ? Spending.tokens(text) : told;
    }

    private ClewException failure(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException answered) {
                return new ClewException(
                        ErrorCode.FETCH_FAILED,
                        "The language model " + settings + " answered " + answered.statusCode()
                                + " instead of 200: look at the settings language-model-…, or try again later.",
                        failed);
            }
        }
        return new ClewException(
                ErrorCode.FETCH_FAILED, "The language model " + settings + " gave no answer that can be read.", failed);
    }

    @Override
    public void close() {
        server.close();
    }
}
