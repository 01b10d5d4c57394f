package org.lvsdirector.control.link;

import com.fasterxml.jackson.annotation.ObjectIdGenerators.IntSequenceGenerator;
import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.ObjectIdInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.plan.RealServerDefinition;

/**
 * Has values that stand in many places of a message travel once: in the first place whole, with a number as {@code "@id"}, in the others
 * that number alone. What was one object here is one object there.
 */
final class SharedValues extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final Set<Class<?>> SHARED = Set.of(RealServerDefinition.class);
    private static final ObjectIdInfo BY_NUMBER = new ObjectIdInfo(
            PropertyName.construct("@id"), Object.class, IntSequenceGenerator.class, SimpleObjectIdResolver.class);

    @Override
    public @Nullable ObjectIdInfo findObjectIdInfo(Annotated annotated) {
        return SHARED.contains(annotated.getRawType()) ? BY_NUMBER : null;
    }
}
