<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>CommandText</name>
        <message numerus="yes">
            <source>Attach %Ln parcel(s) to %1</source>
            <translation>
                <numerusform>Attach %Ln parcel to %1</numerusform>
                <numerusform>Attach %Ln parcels to %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Return %Ln parcel(s) of %1</source>
            <translation>
                <numerusform>Return %Ln parcel of %1</numerusform>
                <numerusform>Return %Ln parcels of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln empty draft(s)</source>
            <translation>
                <numerusform>Delete %Ln empty draft</numerusform>
                <numerusform>Delete %Ln empty drafts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Create a trip of %Ln parcel(s) for %1</source>
            <comment>a driver</comment>
            <translation>
                <numerusform>Create a trip of %Ln parcel for %1</numerusform>
                <numerusform>Create a trip of %Ln parcels for %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Create a trip of %Ln parcel(s)</source>
            <translation>
                <numerusform>Create a trip of %Ln parcel</numerusform>
                <numerusform>Create a trip of %Ln parcels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Set the %Ln parcel(s) of %1</source>
            <comment>a trip</comment>
            <translation>
                <numerusform>Set the %Ln parcel of %1</numerusform>
                <numerusform>Set the %Ln parcels of %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictText</name>
        <message numerus="yes">
            <source>Create it with the other %Ln</source>
            <comment>parcels that are free</comment>
            <translation>
                <numerusform>Create it with the other %Ln</numerusform>
                <numerusform>Create it with the other %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Attach the other %Ln</source>
            <comment>parcels that are free</comment>
            <translation>
                <numerusform>Attach the other %Ln</numerusform>
                <numerusform>Attach the other %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln later action(s) wait behind this one: %1.</source>
            <translation>
                <numerusform>%Ln later action waits behind this one: %1.</numerusform>
                <numerusform>%Ln later actions wait behind this one: %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LateWords</name>
        <message numerus="yes">
            <source>still %Ln stop(s) before it</source>
            <translation>
                <numerusform>still %Ln stop before it</numerusform>
                <numerusform>still %Ln stops before it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaybillColumns</name>
        <message numerus="yes">
            <source>Expected once %Ln queued action(s) are done.</source>
            <translation>
                <numerusform>Expected once %Ln queued action is done.</numerusform>
                <numerusform>Expected once %Ln queued actions are done.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::app::Desk</name>
        <message numerus="yes">
            <source>The list of queued actions was damaged; %Ln of them could not be read</source>
            <translation>
                <numerusform>The list of queued actions was damaged; %Ln of them could not be read</numerusform>
                <numerusform>The list of queued actions was damaged; %Ln of them could not be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::BulkRun</name>
        <message numerus="yes">
            <source>%Ln done</source>
            <translation>
                <numerusform>%Ln done</numerusform>
                <numerusform>%Ln done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed</source>
            <translation>
                <numerusform>%Ln failed</numerusform>
                <numerusform>%Ln failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not known</source>
            <translation>
                <numerusform>%Ln not known</numerusform>
                <numerusform>%Ln not known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln taken back</source>
            <translation>
                <numerusform>%Ln taken back</numerusform>
                <numerusform>%Ln taken back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln on the way</source>
            <translation>
                <numerusform>%Ln on the way</numerusform>
                <numerusform>%Ln on the way</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln</source>
            <comment>an account of all that was selected</comment>
            <translation>
                <numerusform>%1 of %Ln</numerusform>
                <numerusform>%1 of %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::Formats</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s)</source>
            <translation>
                <numerusform>%Ln parcel</numerusform>
                <numerusform>%Ln parcels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waybill(s)</source>
            <translation>
                <numerusform>%Ln waybill</numerusform>
                <numerusform>%Ln waybills</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::OutboxModel</name>
        <message numerus="yes">
            <source>tried %Ln time(s)</source>
            <translation>
                <numerusform>tried %Ln time</numerusform>
                <numerusform>tried %Ln times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::TripDraftModel</name>
        <message numerus="yes">
            <source>%Ln minute(s) late</source>
            <translation>
                <numerusform>%Ln minute late</numerusform>
                <numerusform>%Ln minutes late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::BulkPanel</name>
        <message numerus="yes">
            <source>%n waybill(s) will be done.</source>
            <translation>
                <numerusform>%n waybill will be done.</numerusform>
                <numerusform>%n waybills will be done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out, with the reason.</source>
            <translation>
                <numerusform>%n left out, with the reason.</numerusform>
                <numerusform>%n left out, with the reason.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::CancelTripPanel</name>
        <message numerus="yes">
            <source>%Ln parcel(s) become free for another trip. Should this desk stop in between, the cancel follows when it runs again.</source>
            <translation>
                <numerusform>%Ln parcel becomes free for another trip. Should this desk stop in between, the cancel follows when it runs again.</numerusform>
                <numerusform>%Ln parcels become free for another trip. Should this desk stop in between, the cancel follows when it runs again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::CasesPane</name>
        <message numerus="yes">
            <source>%Ln exception(s)</source>
            <translation>
                <numerusform>%Ln exception</numerusform>
                <numerusform>%Ln exceptions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::MapPage</name>
        <message numerus="yes">
            <source>%Ln driver(s) on a trip, not heard of</source>
            <translation>
                <numerusform>%Ln driver on a trip, not heard of</numerusform>
                <numerusform>%Ln drivers on a trip, not heard of</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Snooze the alarm for %Ln minute(s)</source>
            <translation>
                <numerusform>Snooze the alarm for %Ln minute</numerusform>
                <numerusform>Snooze the alarm for %Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alarm(s) want a look</source>
            <translation>
                <numerusform>%Ln alarm wants a look</numerusform>
                <numerusform>%Ln alarms want a look</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Questions</name>
        <message numerus="yes">
            <source>Seal %n</source>
            <translation>
                <numerusform>Seal %n</numerusform>
                <numerusform>Seal %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assign to %n</source>
            <translation>
                <numerusform>Assign to %n</numerusform>
                <numerusform>Assign to %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take back %n</source>
            <translation>
                <numerusform>Take back %n</numerusform>
                <numerusform>Take back %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Dispatch %n</source>
            <translation>
                <numerusform>Dispatch %n</numerusform>
                <numerusform>Dispatch %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Receive %n</source>
            <translation>
                <numerusform>Receive %n</numerusform>
                <numerusform>Receive %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Close %n</source>
            <translation>
                <numerusform>Close %n</numerusform>
                <numerusform>Close %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancel %n</source>
            <translation>
                <numerusform>Cancel %n</numerusform>
                <numerusform>Cancel %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n</source>
            <translation>
                <numerusform>Delete %n</numerusform>
                <numerusform>Delete %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::RaiseCasePanel</name>
        <message numerus="yes">
            <source>The notes are longer than %Ln character(s).</source>
            <translation>
                <numerusform>The notes are longer than %Ln character.</numerusform>
                <numerusform>The notes are longer than %Ln characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ResolvePanel</name>
        <message numerus="yes">
            <source>Longer than %Ln character(s).</source>
            <translation>
                <numerusform>Longer than %Ln character.</numerusform>
                <numerusform>Longer than %Ln characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnPanel</name>
        <message numerus="yes">
            <source>Return %n parcel(s)</source>
            <translation>
                <numerusform>Return %n parcel</numerusform>
                <numerusform>Return %n parcels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnWishPanel</name>
        <message numerus="yes">
            <source>The reason is longer than %Ln character(s).</source>
            <translation>
                <numerusform>The reason is longer than %Ln character.</numerusform>
                <numerusform>The reason is longer than %Ln characters.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The notes are longer than %Ln character(s).</source>
            <translation>
                <numerusform>The notes are longer than %Ln character.</numerusform>
                <numerusform>The notes are longer than %Ln characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnsPane</name>
        <message numerus="yes">
            <source>%Ln return(s)</source>
            <translation>
                <numerusform>%Ln return</numerusform>
                <numerusform>%Ln returns</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln return(s) approved</source>
            <translation>
                <numerusform>%Ln return approved</numerusform>
                <numerusform>%Ln returns approved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln return(s) rejected</source>
            <translation>
                <numerusform>%Ln return rejected</numerusform>
                <numerusform>%Ln returns rejected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScanStationPage</name>
        <message numerus="yes">
            <source>%Ln parcel(s) attached; %1 will be sealed when the server answers</source>
            <translation>
                <numerusform>%Ln parcel attached; %1 will be sealed when the server answers</numerusform>
                <numerusform>%Ln parcels attached; %1 will be sealed when the server answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) attached to %1</source>
            <translation>
                <numerusform>%Ln parcel attached to %1</numerusform>
                <numerusform>%Ln parcels attached to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScanWords</name>
        <message numerus="yes">
            <source>%Ln unit(s)</source>
            <translation>
                <numerusform>%Ln unit</numerusform>
                <numerusform>%Ln units</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SyncPage</name>
        <message numerus="yes">
            <source>%Ln word(s) or field(s) of the server are not in its documents</source>
            <translation>
                <numerusform>%Ln word or field of the server is not in its documents</numerusform>
                <numerusform>%Ln words or fields of the server are not in its documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TopBar</name>
        <message numerus="yes">
            <source>%L1 queued</source>
            <translation>
                <numerusform>%L1 queued</numerusform>
                <numerusform>%L1 queued</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%L1 refused</source>
            <translation>
                <numerusform>%L1 refused</numerusform>
                <numerusform>%L1 refused</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripBuilderPage</name>
        <message numerus="yes">
            <source>%Ln stop(s) move</source>
            <translation>
                <numerusform>%Ln stop moves</numerusform>
                <numerusform>%Ln stops move</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) join</source>
            <translation>
                <numerusform>%Ln parcel joins</numerusform>
                <numerusform>%Ln parcels join</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) leave</source>
            <translation>
                <numerusform>%Ln parcel leaves</numerusform>
                <numerusform>%Ln parcels leave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln stop(s) without a place</source>
            <translation>
                <numerusform>%Ln stop without a place</numerusform>
                <numerusform>%Ln stops without a place</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) chosen: Enter adds.</source>
            <translation>
                <numerusform>%Ln parcel chosen: Enter adds.</numerusform>
                <numerusform>%Ln parcels chosen: Enter adds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripsPage</name>
        <message numerus="yes">
            <source>%Ln trip(s)</source>
            <translation>
                <numerusform>%Ln trip</numerusform>
                <numerusform>%Ln trips</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WaybillsPage</name>
        <message numerus="yes">
            <source>This desk knows of %Ln empty draft(s): %1.</source>
            <translation>
                <numerusform>This desk knows of %Ln empty draft: %1.</numerusform>
                <numerusform>This desk knows of %Ln empty drafts: %1.</numerusform>
            </translation>
        </message>
    </context>
</TS>
