package org.lvsdirector.check;

/** A probe over a connection, which may as well be one to another address. */
public sealed interface StreamProbe extends NetworkProbe permits TcpProbe, HttpProbe {

    /** The same question over another connection. */
    StreamProbe over(ConnectOptions other);
}
