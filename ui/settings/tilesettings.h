// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the map's tiles: from nowhere, an address or a file, whose they are, and what is kept of them on this
// computer. What is wrong stands at the field, and the tiles before stay in force until it is right. GUI thread.
#pragma once

#include "services/facade/tileservice.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QLineEdit;
class QSpinBox;

namespace waydesk::ui {

class Button;
class Select;

class TileSettings final : public QWidget
{
    Q_OBJECT

public:
    using ChooseFile = std::function<void(QWidget* parent, const std::function<void(const QString& path)>& chosen)>;

    TileSettings(const Theme& theme, PreferenceKeeper& keeper, facade::TileService& tiles, ChooseFile chooseFile,
                 QWidget* parent = nullptr);
    void retranslate();

    Select* from() const { return m_from; }
    QLineEdit* address() const { return m_address; }
    QLineEdit* file() const { return m_file; }
    QLineEdit* attribution() const { return m_attribution; }
    QLineEdit* contact() const { return m_contact; }
    QSpinBox* mostZoom() const { return m_mostZoom; }
    Button* choose() const { return m_choose; }
    Button* empty() const { return m_empty; }
    QString fault() const; // as shown; empty: none
    QString kept() const { return m_kept->text(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fill();
    void take();
    void showState();
    QString addressFault() const;
    QString faultText(const TileReport& report) const;

    PreferenceKeeper& m_keeper;
    facade::TileService& m_tiles;
    ChooseFile m_chooseFile;
    Select* m_from;
    QLineEdit *m_address, *m_file, *m_attribution, *m_contact;
    QSpinBox* m_mostZoom;
    Button *m_choose, *m_empty;
    FormRow *m_fromRow, *m_addressRow, *m_fileRow, *m_attributionRow, *m_contactRow, *m_zoomRow;
    QWidget* m_fileLine;
    Text* m_kept;
    QTimer m_looking; // at what is kept, while it is seen
    bool m_filling = false;
};

} // namespace waydesk::ui
