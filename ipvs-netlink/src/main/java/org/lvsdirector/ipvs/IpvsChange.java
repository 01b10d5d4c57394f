package org.lvsdirector.ipvs;

/** One request that changes the kernel's table: what {@link Ipvs#apply} sends, in order. */
public sealed interface IpvsChange {

    /** The service that the request names. */
    ServiceKey service();

    /** {@code IPVS_CMD_NEW_SERVICE}: fails with EEXIST if there is one. */
    record AddService(VirtualService definition) implements IpvsChange {
        @Override
        public ServiceKey service() {
            return definition.key();
        }
    }

    /** {@code IPVS_CMD_SET_SERVICE}: fails with ESRCH if there is none. */
    record UpdateService(VirtualService definition) implements IpvsChange {
        @Override
        public ServiceKey service() {
            return definition.key();
        }
    }

    /** {@code IPVS_CMD_DEL_SERVICE}, its real servers with it: fails with ESRCH if there is none. */
    record RemoveService(ServiceKey service) implements IpvsChange {}

    /** {@code IPVS_CMD_NEW_DEST}: fails with EEXIST, or ESRCH without the service. */
    record AddServer(ServiceKey service, RealServer server) implements IpvsChange {}

    /** {@code IPVS_CMD_SET_DEST}: fails with ENOENT, or ESRCH without the service. */
    record UpdateServer(ServiceKey service, RealServer server) implements IpvsChange {}

    /** {@code IPVS_CMD_DEL_DEST}: fails with ENOENT, or ESRCH without the service. */
    record RemoveServer(ServiceKey service, RealServerKey server) implements IpvsChange {}
}
