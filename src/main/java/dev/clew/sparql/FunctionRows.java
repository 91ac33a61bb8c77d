package dev.clew.sparql;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/** The rows that property functions make. */
final class FunctionRows {
    private FunctionRows() {}

    /** The row with these values in these columns: binds what is open; empty when what is given is not the same. */
    static Optional<Binding> row(Binding binding, List<Node> columns, List<Node> values) {
        BindingBuilder row = Binding.builder(binding);
        for (int i = 0; i < columns.size(); i++) {
            Node column = columns.get(i);
            if (column.isVariable()) {
                Var variable = Var.alloc(column);
                Node known = row.get(variable);
                if (known == null) {
                    row.add(variable, values.get(i));
                } else if (!known.equals(values.get(i))) {
                    return Optional.empty();
                }
            } else if (!column.equals(values.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(row.build());
    }
}
