package org.lvsdirector.ipvs;

/** One request that changes the kernel's table: what {@link Ipvs#apply} sends, in order. */
public sealed interface IpvsChange {

    /** The service that the request names. */
    ServiceKey service();

    /** Calls the visitor's method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /** What the change does, as a verb phrase: {@code add real server 10.0.0.2:80 to TCP 10.0.0.1:80}. */
    default String describe() {
        return accept(ChangeDescription.VISITOR);
    }

    /** One method for each kind of change. */
    interface Visitor<R> {
        R addService(VirtualService definition);

        R updateService(VirtualService definition);

        R removeService(ServiceKey service);

        R addServer(ServiceKey service, RealServer server);

        R updateServer(ServiceKey service, RealServer server);

        R removeServer(ServiceKey service, RealServerKey server);
    }

    /** {@code IPVS_CMD_NEW_SERVICE}: fails with EEXIST if there is one, ENOENT without such a scheduler or engine. */
    record AddService(VirtualService definition) implements IpvsChange {
        @Override
        public ServiceKey service() {
            return definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addService(definition);
        }
    }

    /** {@code IPVS_CMD_SET_SERVICE}: fails with ESRCH if there is none, ENOENT without such a scheduler or engine. */
    record UpdateService(VirtualService definition) implements IpvsChange {
        @Override
        public ServiceKey service() {
            return definition.key();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateService(definition);
        }
    }

    /** {@code IPVS_CMD_DEL_SERVICE}, its real servers with it: fails with ESRCH if there is none. */
    record RemoveService(ServiceKey service) implements IpvsChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeService(service);
        }
    }

    /** {@code IPVS_CMD_NEW_DEST}: fails with EEXIST, or ESRCH without the service. */
    record AddServer(ServiceKey service, RealServer server) implements IpvsChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addServer(service, server);
        }
    }

    /** {@code IPVS_CMD_SET_DEST}: fails with ENOENT, or ESRCH without the service. */
    record UpdateServer(ServiceKey service, RealServer server) implements IpvsChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateServer(service, server);
        }
    }

    /** {@code IPVS_CMD_DEL_DEST}: fails with ENOENT, or ESRCH without the service. */
    record RemoveServer(ServiceKey service, RealServerKey server) implements IpvsChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeServer(service, server);
        }
    }
}
