// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs below a parcel's facts: what happened to it, and the pictures that prove it. Until it is read they say so,
// and what is shown without the network says how old it is.
#pragma once

#include "models/parceltimelinemodel.h"
#include "services/facade/mediaservice.h"
#include "ui/deliveries/proofviewer.h"
#include "ui/widgets/labels.h"

#include <QTimer>

class QListView;
class QStackedWidget;

namespace waydesk::ui {

class DetailPane;
class EmptyState;
class ProofList;
class Skeleton;

// What the tabs work with; must outlive them.
struct PastDesk
{
    facade::ParcelStoryService& stories;
    facade::MediaService& media;
    SaveFile saveFile; // null: pictures cannot be saved
};

class PastTabs final : public QObject
{
    Q_OBJECT

public:
    enum Tab { HappenedTab, ProofTab };

    PastTabs(const Theme& theme, const PastDesk& desk, const models::Formats& formats, DetailPane* pane);

    void show(const std::optional<Delivery>& delivery); // nullopt: none is chosen
    void retranslate();
    models::ParcelTimelineModel* timeline() { return &m_timeline; }
    ProofList* proof() const { return m_proof; }
    ProofViewer* viewer(); // over the window of the pane
    QString notice() const { return m_notice->sentence(); }
    QString emptyTitle() const;

private:
    void refresh();
    void open(int row);

    const Theme& m_theme;
    PastDesk m_desk;
    const models::Formats& m_formats;
    DetailPane* m_pane;
    models::ParcelTimelineModel m_timeline;
    std::optional<Delivery> m_delivery;
    Notice* m_notice;
    QListView* m_lines;
    QStackedWidget* m_proofStack; // the list, what stands instead of it, its outline
    ProofList* m_proof;
    EmptyState* m_noProof;
    Skeleton* m_reading;
    QPointer<ProofViewer> m_viewer;
    QTimer m_ageing; // an age that is shown goes on
};

} // namespace waydesk::ui
