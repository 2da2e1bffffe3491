package org.rivages.audit;

import java.io.PrintStream;
import java.util.List;
import org.rivages.platform.ConsoleCommand;
import org.springframework.stereotype.Component;

/** {@code ./rivages audit-verify}: 0 when the chain is whole, 1 with its first broken place. */
@Component
class AuditVerify implements ConsoleCommand {
    private final AuditChain chain;

    AuditVerify(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        return switch (chain.verify()) {
            case AuditChain.State.Whole(long positions, String head, long waiting) -> {
                out.println(
                        "The audit trail is whole: "
                                + positions
                                + " entries sealed, "
                                + waiting
                                + " not yet sealed.");
                out.println("head " + positions + " " + head);
                yield 0;
            }
            case AuditChain.State.Broken(long position, AuditChain.Why why) -> {
                out.println("The audit trail is BROKEN at position " + position + ": " + said(why));
                yield 1;
            }
        };
    }

    private static String said(AuditChain.Why why) {
        return switch (why) {
            case GAP -> "its seal has been removed.";
            case ENTRY_GONE -> "the sealed entry has been deleted.";
            case CHANGED -> "the entry, or its place in the order, is not what was sealed.";
        };
    }
}
