package org.lvsdirector.reconcile;

import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

/** A real server and the service it is in. */
public record ServerRef(ServiceKey service, RealServerKey server) {}
