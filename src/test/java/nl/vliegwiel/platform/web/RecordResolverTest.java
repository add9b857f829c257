package nl.vliegwiel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordResolverTest {
    private record Row(String title, int places) {
        public String getShout() {
            return title + places;
        }
    }

    private final RecordResolver resolver = new RecordResolver();
    private final ELContext context = new ELContext() {
        @Override
        public ELResolver getELResolver() {
            return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    @Test
    void readsThePartsOfARecord() {
        assertThat(resolver.getValue(context, new Row("Balie", 2), "places")).isEqualTo(2);
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void leavesAGetterOfARecordAndAnythingElseToOthers() {
        assertThat(resolver.getValue(context, new Row("Balie", 2), "shout")).isNull();
        assertThat(resolver.getValue(context, "text", "title")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void neverWritesToARecord() {
        assertThatThrownBy(() -> resolver.setValue(context, new Row("Balie", 2), "title", "x")).isInstanceOf(PropertyNotWritableException.class);
    }
}
