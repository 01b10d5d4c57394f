package org.lvsdirector.control.link;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Teaches jackson sealed types: every value of one is written with the simple name of its class as {@code "@type"}, and only the permitted
 * classes can be read. So the settings records of the pure rooms travel without a jackson annotation on them.
 */
final class SealedTypes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final String TYPE_PROPERTY = "@type";

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
        if (sealedRoot(annotated.getRawType()) == null) {
            return null;
        }
        return new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.NAME, null)
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty(TYPE_PROPERTY);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        if (!annotated.getRawType().isSealed()) {
            return null;
        }
        List<NamedType> names = new ArrayList<>();
        addPermitted(annotated.getRawType(), names);
        return names;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        return sealedRoot(annotated.getRawType()) == null
                ? null
                : annotated.getRawType().getSimpleName();
    }

    private static void addPermitted(Class<?> sealed, List<NamedType> names) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                addPermitted(permitted, names);
            } else {
                names.add(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
    }

    /** The sealed type of this house that a class is or implements; null for all others. */
    private static @Nullable Class<?> sealedRoot(Class<?> type) {
        if (type.isSealed() && type.getName().startsWith("org.lvsdirector.")) {
            return type;
        }
        for (Class<?> parent : type.getInterfaces()) {
            Class<?> root = sealedRoot(parent);
            if (root != null) {
                return root;
            }
        }
        return null;
    }
}
