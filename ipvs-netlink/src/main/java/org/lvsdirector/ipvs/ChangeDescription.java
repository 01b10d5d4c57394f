package org.lvsdirector.ipvs;

/** What a change does, in words. */
final class ChangeDescription implements IpvsChange.Visitor<String> {
    static final ChangeDescription VISITOR = new ChangeDescription();

    private ChangeDescription() {}

    @Override
    public String addService(VirtualService definition) {
        return "add service " + definition.key();
    }

    @Override
    public String updateService(VirtualService definition) {
        return "change service " + definition.key();
    }

    @Override
    public String removeService(ServiceKey service) {
        return "remove service " + service;
    }

    @Override
    public String addServer(ServiceKey service, RealServer server) {
        return "add real server " + server.key() + " to " + service;
    }

    @Override
    public String updateServer(ServiceKey service, RealServer server) {
        return "change real server " + server.key() + " of " + service;
    }

    @Override
    public String removeServer(ServiceKey service, RealServerKey server) {
        return "remove real server " + server + " from " + service;
    }
}
