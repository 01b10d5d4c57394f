package org.lvsdirector.control.link;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The JSON dialect of the links. Records by their components, sealed types with {@code "@type"}, addresses as literals (never a name: reading
 * one must not ask a name server), durations as nanoseconds. Unknown properties are errors: both ends are the same release.
 */
public final class Json {
    private static final ObjectMapper MAPPER = create();

    private Json() {}

    /** The one mapper of the process; immutable by convention and safe for all threads. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static ObjectMapper create() {
        SimpleModule values = new SimpleModule("lvs-director")
                .addSerializer(InetAddress.class, new AddressWriter())
                .addDeserializer(InetAddress.class, new AddressReader())
                .addSerializer(Duration.class, new DurationWriter())
                .addDeserializer(Duration.class, new DurationReader());
        return JsonMapper.builder()
                // No annotations: to look for them costs more than all else that jackson does in a short life.
                .annotationIntrospector(AnnotationIntrospector.pair(new SealedTypes(), new SharedValues()))
                .addModule(values)
                // Components only: a method such as isUp() on a record is derived, not data.
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static final class AddressWriter extends StdScalarSerializer<InetAddress> {
        private static final long serialVersionUID = 1L;

        AddressWriter() {
            super(InetAddress.class);
        }

        @Override
        public void serialize(InetAddress address, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(address.getHostAddress());
        }
    }

    private static final class AddressReader extends FromStringDeserializer<InetAddress> {
        private static final long serialVersionUID = 1L;
        private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.+)?");

        AddressReader() {
            super(InetAddress.class);
        }

        @Override
        protected InetAddress _deserialize(String text, DeserializationContext context) throws IOException {
            // getByName resolves names; only what can be nothing but a literal gets there.
            if (!LITERAL.matcher(text).matches()) {
                return (InetAddress)
                        context.handleWeirdStringValue(InetAddress.class, text, "not an IPv4 or IPv6 address");
            }
            return InetAddress.getByName(text);
        }
    }

    private static final class DurationWriter extends StdScalarSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(duration.toNanos());
        }
    }

    private static final class DurationReader extends StdScalarDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Duration.ofNanos(in.getLongValue());
        }
    }
}
