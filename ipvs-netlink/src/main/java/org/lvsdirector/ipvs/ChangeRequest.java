package org.lvsdirector.ipvs;

import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.generic.GenericFamily;
import org.lvsdirector.netlink.generic.GenericRequest;

/** A change as a request: it costs no bytes until it is written, and no words until it fails. */
final class ChangeRequest extends GenericRequest {
    private final IpvsChange change;

    ChangeRequest(GenericFamily family, IpvsChange change) {
        super(family, change.accept(Command.VISITOR));
        this.change = change;
    }

    @Override
    protected void writeAttributes(AttributeWriter out) {
        change.accept(new Attributes(out));
    }

    @Override
    public String describe() {
        return change.describe();
    }

    private static final class Command implements IpvsChange.Visitor<Integer> {
        static final Command VISITOR = new Command();

        @Override
        public Integer addService(VirtualService definition) {
            return IpvsConstants.IPVS_CMD_NEW_SERVICE;
        }

        @Override
        public Integer updateService(VirtualService definition) {
            return IpvsConstants.IPVS_CMD_SET_SERVICE;
        }

        @Override
        public Integer removeService(ServiceKey service) {
            return IpvsConstants.IPVS_CMD_DEL_SERVICE;
        }

        @Override
        public Integer addServer(ServiceKey service, RealServer server) {
            return IpvsConstants.IPVS_CMD_NEW_DEST;
        }

        @Override
        public Integer updateServer(ServiceKey service, RealServer server) {
            return IpvsConstants.IPVS_CMD_SET_DEST;
        }

        @Override
        public Integer removeServer(ServiceKey service, RealServerKey server) {
            return IpvsConstants.IPVS_CMD_DEL_DEST;
        }
    }

    private record Attributes(AttributeWriter out) implements IpvsChange.Visitor<AttributeWriter> {
        @Override
        public AttributeWriter addService(VirtualService definition) {
            ServiceEncoder.writeDefinition(out, definition);
            return out;
        }

        @Override
        public AttributeWriter updateService(VirtualService definition) {
            return addService(definition);
        }

        @Override
        public AttributeWriter removeService(ServiceKey service) {
            ServiceEncoder.writeKey(out, service);
            return out;
        }

        @Override
        public AttributeWriter addServer(ServiceKey service, RealServer server) {
            ServiceEncoder.writeKey(out, service);
            RealServerEncoder.writeDefinition(out, server);
            return out;
        }

        @Override
        public AttributeWriter updateServer(ServiceKey service, RealServer server) {
            return addServer(service, server);
        }

        @Override
        public AttributeWriter removeServer(ServiceKey service, RealServerKey server) {
            ServiceEncoder.writeKey(out, service);
            RealServerEncoder.writeKey(out, server);
            return out;
        }
    }
}
