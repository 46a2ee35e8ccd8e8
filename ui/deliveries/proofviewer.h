// SPDX-License-Identifier: GPL-3.0-or-later
// The proof viewer: one picture over the whole window, with what it is, who took it, when and where below it. Wheel and
// + − 0 zoom, R turns, arrows step, Esc closes and gives the focus back. A picture at another host is fetched when the
// person presses the button that says so.
#pragma once

#include "models/proofmodel.h"
#include "services/facade/mediaservice.h"
#include "ui/window/overlay.h"
#include "ui/window/savefile.h"

namespace waydesk::ui {

class Button;
class PictureCanvas;
class Text;

class ProofViewer final : public Overlay
{
    Q_OBJECT

public:
    ProofViewer(const Theme& theme, facade::MediaService& media, const models::Formats& formats, SaveFile save,
                QWidget& over);

    void show(const QList<models::ProofPicture>& pictures, int at);
    int at() const { return static_cast<int>(m_at); }
    PictureCanvas* canvas() const { return m_canvas; }
    QString title() const;
    QString said() const; // what stands in the picture's place
    Button* fetchButton() const { return m_fetch; }
    Button* saveButton() const { return m_save; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusFirst() override;

private:
    void build();
    Button* addButton(const QString& icon);
    void step(int by);
    void refresh();
    void retranslate();
    void save();
    const models::ProofPicture& current() const { return m_pictures[m_at]; }

    facade::MediaService& m_media;
    const models::Formats& m_formats;
    SaveFile m_saveFile;
    QList<models::ProofPicture> m_pictures;
    qsizetype m_at = 0;
    QString m_shownUrl; // whose picture the canvas holds, or waits for
    PictureCanvas* m_canvas;
    QWidget* m_said; // over the canvas
    Text *m_saidText, *m_title, *m_caption;
    Button *m_fetch, *m_previous, *m_next, *m_out, *m_in, *m_fit, *m_left, *m_right, *m_save, *m_close;
};

} // namespace waydesk::ui
