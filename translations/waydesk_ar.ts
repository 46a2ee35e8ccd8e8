<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>ActionText</name>
        <message>
            <source>New waybill…</source>
            <translation>بوليصة جديدة…</translation>
        </message>
        <message>
            <source>Edit waybill…</source>
            <translation>تعديل البوليصة…</translation>
        </message>
        <message>
            <source>Scan parcels</source>
            <translation>مسح الطرود</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>ختم</translation>
        </message>
        <message>
            <source>Assign driver…</source>
            <translation>تعيين سائق…</translation>
        </message>
        <message>
            <source>Unassign driver</source>
            <translation>سحب السائق</translation>
        </message>
        <message>
            <source>Switch driver…</source>
            <translation>تبديل السائق…</translation>
        </message>
        <message>
            <source>Dispatch</source>
            <translation>إرسال</translation>
        </message>
        <message>
            <source>Receive…</source>
            <translation>استلام…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Cancel waybill…</source>
            <translation>إلغاء البوليصة…</translation>
        </message>
        <message>
            <source>Return parcels…</source>
            <translation>إرجاع طرود…</translation>
        </message>
        <message>
            <source>Delete empty drafts…</source>
            <translation>حذف المسودات الفارغة…</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>New waybill</source>
            <translation>بوليصة جديدة</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>تعديل</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>تعيين</translation>
        </message>
        <message>
            <source>Unassign</source>
            <translation>سحب السائق</translation>
        </message>
        <message>
            <source>Switch driver</source>
            <translation>تبديل السائق</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>استلام</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>إرجاع</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Begin a new waybill</source>
            <translation>ابدأ بوليصة جديدة</translation>
        </message>
        <message>
            <source>Change notes, carrier or places of a drafted waybill</source>
            <translation>غيّر ملاحظات بوليصة مسودة أو ناقلها أو أماكنها</translation>
        </message>
        <message>
            <source>Scan parcels into the waybill</source>
            <translation>امسح الطرود إلى البوليصة</translation>
        </message>
        <message>
            <source>Close the waybill for parcels, ready for a driver</source>
            <translation>أقفل البوليصة أمام الطرود لتكون جاهزة لسائق</translation>
        </message>
        <message>
            <source>Give the sealed waybill to a driver</source>
            <translation>سلّم البوليصة المختومة إلى سائق</translation>
        </message>
        <message>
            <source>Take the waybill back from its driver</source>
            <translation>استرجع البوليصة من سائقها</translation>
        </message>
        <message>
            <source>Give the waybill to another driver, and say why</source>
            <translation>سلّم البوليصة إلى سائق آخر واذكر السبب</translation>
        </message>
        <message>
            <source>Hand the sealed waybill to the carrier</source>
            <translation>سلّم البوليصة المختومة إلى الناقل</translation>
        </message>
        <message>
            <source>The carrier has delivered: every parcel present becomes delivered</source>
            <translation>سلّم الناقل: كل طرد حاضر يصبح مُسلَّمًا</translation>
        </message>
        <message>
            <source>Everything is settled: close the waybill</source>
            <translation>سُوّي كل شيء: أغلق البوليصة</translation>
        </message>
        <message>
            <source>Cancel the waybill before it leaves</source>
            <translation>ألغِ البوليصة قبل خروجها</translation>
        </message>
        <message>
            <source>Take parcels back from the waybill, with a reason</source>
            <translation>استرجع طرودًا من البوليصة مع ذكر السبب</translation>
        </message>
        <message>
            <source>Delete drafted waybills that hold no parcels</source>
            <translation>احذف البوالص المسودة التي لا طرود فيها</translation>
        </message>
        <message>
            <source>Ask the server for what is new</source>
            <translation>اسأل الخادم عن الجديد</translation>
        </message>
        <message>
            <source>Take back what has not been sent yet</source>
            <translation>استرجع ما لم يُرسل بعد</translation>
        </message>
        <message>
            <source>Copy the selected rows as a table</source>
            <translation>انسخ الصفوف المحددة كجدول</translation>
        </message>
        <message>
            <source>Select a waybill first.</source>
            <translation>اختر بوليصة أولًا.</translation>
        </message>
        <message>
            <source>Select only one waybill.</source>
            <translation>اختر بوليصة واحدة فقط.</translation>
        </message>
        <message>
            <source>Sign in first.</source>
            <translation>سجّل الدخول أولًا.</translation>
        </message>
        <message>
            <source>This account (%1) may not do that.</source>
            <translation>هذا الحساب (%1) لا يحق له ذلك.</translation>
        </message>
        <message>
            <source>Nothing is left to take back.</source>
            <translation>لم يبقَ ما يُتراجع عنه.</translation>
        </message>
        <message>
            <source>Undo %1</source>
            <translation>تراجع عن %1</translation>
        </message>
        <message>
            <source>%1 of %2 cannot. %3: %4</source>
            <extracomment>2 of 5 cannot. WB00398: Seal needs at least one delivery.</extracomment>
            <translation>%1 من %2 لا يمكن. %3: %4</translation>
        </message>
    </context>
    <context>
        <name>CommandText</name>
        <message>
            <source>a new waybill</source>
            <translation>بوليصة جديدة</translation>
        </message>
        <message>
            <source>Create waybill to %1</source>
            <translation>إنشاء بوليصة إلى %1</translation>
        </message>
        <message>
            <source>Edit %1</source>
            <translation>تعديل %1</translation>
        </message>
        <message>
            <source>Attach %1 to %2</source>
            <comment>a parcel&apos;s code, a waybill</comment>
            <translation>إضافة %1 إلى %2</translation>
        </message>
        <message numerus="yes">
            <source>Attach %Ln parcel(s) to %1</source>
            <translation>
                <numerusform>إضافة لا طرود إلى %1</numerusform>
                <numerusform>إضافة طرد واحد إلى %1</numerusform>
                <numerusform>إضافة طردين إلى %1</numerusform>
                <numerusform>إضافة %Ln طرود إلى %1</numerusform>
                <numerusform>إضافة %Ln طردًا إلى %1</numerusform>
                <numerusform>إضافة %Ln طرد إلى %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove %1 from %2</source>
            <comment>a parcel&apos;s code, a waybill</comment>
            <translation>إخراج %1 من %2</translation>
        </message>
        <message>
            <source>Seal %1</source>
            <translation>ختم %1</translation>
        </message>
        <message>
            <source>Assign %1 to %2</source>
            <comment>a driver, a waybill</comment>
            <translation>تعيين %1 إلى %2</translation>
        </message>
        <message>
            <source>Switch driver of %1 to %2</source>
            <comment>a waybill, a driver</comment>
            <translation>تبديل سائق %1 إلى %2</translation>
        </message>
        <message>
            <source>Unassign driver of %1</source>
            <translation>سحب سائق %1</translation>
        </message>
        <message>
            <source>Dispatch %1</source>
            <translation>إرسال %1</translation>
        </message>
        <message>
            <source>Receive %1</source>
            <translation>استلام %1</translation>
        </message>
        <message>
            <source>Close %1</source>
            <translation>إغلاق %1</translation>
        </message>
        <message>
            <source>Cancel %1</source>
            <translation>إلغاء %1</translation>
        </message>
        <message numerus="yes">
            <source>Return %Ln parcel(s) of %1</source>
            <translation>
                <numerusform>إرجاع لا طرود من %1</numerusform>
                <numerusform>إرجاع طرد واحد من %1</numerusform>
                <numerusform>إرجاع طردين من %1</numerusform>
                <numerusform>إرجاع %Ln طرود من %1</numerusform>
                <numerusform>إرجاع %Ln طردًا من %1</numerusform>
                <numerusform>إرجاع %Ln طرد من %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete all empty drafts</source>
            <translation>حذف كل المسودات الفارغة</translation>
        </message>
        <message>
            <source>Delete %1</source>
            <translation>حذف %1</translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln empty draft(s)</source>
            <translation>
                <numerusform>حذف لا مسودات</numerusform>
                <numerusform>حذف مسودة فارغة</numerusform>
                <numerusform>حذف مسودتين فارغتين</numerusform>
                <numerusform>حذف %Ln مسودات فارغة</numerusform>
                <numerusform>حذف %Ln مسودة فارغة</numerusform>
                <numerusform>حذف %Ln مسودة فارغة</numerusform>
            </translation>
        </message>
        <message>
            <source>a new trip</source>
            <translation>رحلة جديدة</translation>
        </message>
        <message>
            <source>Create a trip for %1</source>
            <comment>a driver</comment>
            <translation>إنشاء رحلة لـ %1</translation>
        </message>
        <message>
            <source>Create a trip</source>
            <translation>إنشاء رحلة</translation>
        </message>
        <message numerus="yes">
            <source>Create a trip of %Ln parcel(s) for %1</source>
            <comment>a driver</comment>
            <translation>
                <numerusform>إنشاء رحلة من لا طرود لـ %1</numerusform>
                <numerusform>إنشاء رحلة من طرد واحد لـ %1</numerusform>
                <numerusform>إنشاء رحلة من طردين لـ %1</numerusform>
                <numerusform>إنشاء رحلة من %Ln طرود لـ %1</numerusform>
                <numerusform>إنشاء رحلة من %Ln طردًا لـ %1</numerusform>
                <numerusform>إنشاء رحلة من %Ln طرد لـ %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Create a trip of %Ln parcel(s)</source>
            <translation>
                <numerusform>إنشاء رحلة من لا طرود</numerusform>
                <numerusform>إنشاء رحلة من طرد واحد</numerusform>
                <numerusform>إنشاء رحلة من طردين</numerusform>
                <numerusform>إنشاء رحلة من %Ln طرود</numerusform>
                <numerusform>إنشاء رحلة من %Ln طردًا</numerusform>
                <numerusform>إنشاء رحلة من %Ln طرد</numerusform>
            </translation>
        </message>
        <message>
            <source>Detach every parcel from %1</source>
            <comment>a trip</comment>
            <translation>فصل كل الطرود عن %1</translation>
        </message>
        <message numerus="yes">
            <source>Set the %Ln parcel(s) of %1</source>
            <comment>a trip</comment>
            <translation>
                <numerusform>تعيين لا طرود لـ %1</numerusform>
                <numerusform>تعيين طرد واحد لـ %1</numerusform>
                <numerusform>تعيين طردين لـ %1</numerusform>
                <numerusform>تعيين %Ln طرود لـ %1</numerusform>
                <numerusform>تعيين %Ln طردًا لـ %1</numerusform>
                <numerusform>تعيين %Ln طرد لـ %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove %1 from %2</source>
            <comment>a parcel&apos;s code, a trip</comment>
            <translation>إزالة %1 من %2</translation>
        </message>
        <message>
            <source>Change the order of stops of %1</source>
            <comment>a trip</comment>
            <translation>تغيير ترتيب محطات %1</translation>
        </message>
        <message>
            <source>Ask for the return of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>طلب إرجاع %1</translation>
        </message>
        <message>
            <source>Approve the return of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>قبول إرجاع %1</translation>
        </message>
        <message>
            <source>Reject the return of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>رفض إرجاع %1</translation>
        </message>
        <message>
            <source>Raise an exception of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>تسجيل استثناء للطرد %1</translation>
        </message>
        <message>
            <source>Resolve the exception of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>حلّ استثناء %1</translation>
        </message>
        <message>
            <source>Give the exception of %1 an owner</source>
            <comment>a parcel&apos;s code</comment>
            <translation>تعيين مسؤول لاستثناء %1</translation>
        </message>
        <message>
            <source>Take the exception of %1 from its owner</source>
            <comment>a parcel&apos;s code</comment>
            <translation>سحب استثناء %1 من مسؤوله</translation>
        </message>
        <message>
            <source>Change the exception of %1</source>
            <comment>a parcel&apos;s code</comment>
            <translation>تغيير استثناء %1</translation>
        </message>
        <message>
            <source>New parcel</source>
            <translation>طرد جديد</translation>
        </message>
        <message>
            <source>New parcel for %1</source>
            <comment>a customer</comment>
            <translation>طرد جديد لـ %1</translation>
        </message>
        <message>
            <source>a new parcel</source>
            <translation>طرد جديد</translation>
        </message>
    </context>
    <context>
        <name>ConflictText</name>
        <message>
            <source>%1 → %2</source>
            <comment>a parcel joins a waybill</comment>
            <translation>%1 ‏←‏ %2</translation>
        </message>
        <message>
            <source>%1 is not known here</source>
            <translation>%1 غير معروف هنا</translation>
        </message>
        <message>
            <source>%1 is in %2</source>
            <translation>%1 في %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a parcel&apos;s code: why not</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 is free</source>
            <translation>%1 متاح</translation>
        </message>
        <message>
            <source>The waybill is not on the server</source>
            <translation>البوليصة ليست على الخادم</translation>
        </message>
        <message>
            <source>%1 is %2</source>
            <comment>a waybill, its status</comment>
            <translation>%1 الآن %2</translation>
        </message>
        <message>
            <source>Driver: %1</source>
            <translation>السائق: %1</translation>
        </message>
        <message>
            <source>changed at %1, after what you saw</source>
            <translation>تغيّرت في %1، بعد ما رأيته</translation>
        </message>
        <message numerus="yes">
            <source>Create it with the other %Ln</source>
            <comment>parcels that are free</comment>
            <translation>
                <numerusform>أنشئها بلا طرود</numerusform>
                <numerusform>أنشئها بالطرد الآخر</numerusform>
                <numerusform>أنشئها بالطردين الآخرين</numerusform>
                <numerusform>أنشئها بالطرود %Ln الأخرى</numerusform>
                <numerusform>أنشئها بالطرود %Ln الأخرى</numerusform>
                <numerusform>أنشئها بالطرود %Ln الأخرى</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Attach the other %Ln</source>
            <comment>parcels that are free</comment>
            <translation>
                <numerusform>لا تضف شيئًا</numerusform>
                <numerusform>أضف الآخر</numerusform>
                <numerusform>أضف الاثنين الآخرين</numerusform>
                <numerusform>أضف %Ln الأخرى</numerusform>
                <numerusform>أضف %Ln الأخرى</numerusform>
                <numerusform>أضف %Ln الأخرى</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مجددًا</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>اسأل مجددًا</translation>
        </message>
        <message>
            <source>Change what I asked…</source>
            <translation>غيّر ما طلبتُه…</translation>
        </message>
        <message>
            <source>Drop it, keep the server&apos;s</source>
            <translation>اتركه، وأبقِ ما لدى الخادم</translation>
        </message>
        <message numerus="yes">
            <source>%Ln later action(s) wait behind this one: %1.</source>
            <translation>
                <numerusform>لا شيء ينتظر خلف هذا: %1.</numerusform>
                <numerusform>إجراء لاحق ينتظر خلف هذا: %1.</numerusform>
                <numerusform>إجراءان لاحقان ينتظران خلف هذا: %1.</numerusform>
                <numerusform>%Ln إجراءات لاحقة تنتظر خلف هذا: %1.</numerusform>
                <numerusform>%Ln إجراءً لاحقًا ينتظر خلف هذا: %1.</numerusform>
                <numerusform>%Ln إجراء لاحق ينتظر خلف هذا: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the titles of a list</comment>
            <translation>، </translation>
        </message>
        <message>
            <source>asked at %1</source>
            <translation>طُلب في %1</translation>
        </message>
        <message>
            <source>asked at %1 by %2</source>
            <translation>طلبه %2 في %1</translation>
        </message>
        <message>
            <source>The trip is not on the server</source>
            <translation>الرحلة غير موجودة على الخادم</translation>
        </message>
        <message>
            <source>%1 is %2</source>
            <comment>a trip, its status</comment>
            <translation>%1 حالتها %2</translation>
        </message>
        <message>
            <source>The parcel is not known here</source>
            <translation>الطرد غير معروف هنا</translation>
        </message>
        <message>
            <source>%1 is %2</source>
            <comment>a parcel, its status</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>%1: %2</source>
            <comment>field and what is wrong with it</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>لا يمكن الوصول إلى الخادم.</translation>
        </message>
        <message>
            <source>No answer came in time; whether it was done is not known yet.</source>
            <translation>لم يصل الرد في وقته؛ لا يُعرف بعد هل نُفّذ.</translation>
        </message>
        <message>
            <source>The session has ended, or the sign-in was not accepted.</source>
            <translation>انتهت الجلسة، أو لم يُقبل تسجيل الدخول.</translation>
        </message>
        <message>
            <source>This account may not do that.</source>
            <translation>هذا الحساب لا يحق له ذلك.</translation>
        </message>
        <message>
            <source>The server refused.</source>
            <translation>رفض الخادم.</translation>
        </message>
        <message>
            <source>The server does not know it.</source>
            <translation>لا يعرفه الخادم.</translation>
        </message>
        <message>
            <source>The server asks for a pause; it is tried again soon.</source>
            <translation>يطلب الخادم التريّث؛ ستُعاد المحاولة قريبًا.</translation>
        </message>
        <message>
            <source>The server failed.</source>
            <translation>تعطّل الخادم.</translation>
        </message>
        <message>
            <source>The server&apos;s answer could not be understood.</source>
            <translation>تعذّر فهم رد الخادم.</translation>
        </message>
        <message>
            <source>This computer could not save it. Is the disk full?</source>
            <translation>لم يستطع هذا الحاسوب الحفظ. هل القرص ممتلئ؟</translation>
        </message>
        <message>
            <source>The server refused: %1</source>
            <translation>رفض الخادم: %1</translation>
        </message>
        <message>
            <source>%1 It says: %2</source>
            <translation>%1 ويقول: %2</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>sentence (fields)</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>FilterText</name>
        <message>
            <source>status</source>
            <comment>filter word</comment>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>driver</source>
            <comment>filter word</comment>
            <translation>السائق</translation>
        </message>
        <message>
            <source>cod</source>
            <comment>filter word</comment>
            <translation>تحصيل</translation>
        </message>
        <message>
            <source>from</source>
            <comment>filter word: a place</comment>
            <translation>من</translation>
        </message>
        <message>
            <source>to</source>
            <comment>filter word: a place</comment>
            <translation>إلى</translation>
        </message>
        <message>
            <source>warehouse</source>
            <comment>filter word</comment>
            <translation>المستودع</translation>
        </message>
        <message>
            <source>after</source>
            <comment>filter word: a day</comment>
            <translation>بعد</translation>
        </message>
        <message>
            <source>before</source>
            <comment>filter word: a day</comment>
            <translation>قبل</translation>
        </message>
        <message>
            <source>until</source>
            <comment>filter word: a day</comment>
            <translation>حتى</translation>
        </message>
        <message>
            <source>on</source>
            <comment>filter word: a day</comment>
            <translation>يوم</translation>
        </message>
        <message>
            <source>carrier</source>
            <comment>filter word</comment>
            <translation>الناقل</translation>
        </message>
        <message>
            <source>number</source>
            <comment>filter word</comment>
            <translation>الرقم</translation>
        </message>
        <message>
            <source>the waybill&apos;s status</source>
            <translation>حالة البوليصة</translation>
        </message>
        <message>
            <source>who has it</source>
            <translation>من يحملها</translation>
        </message>
        <message>
            <source>cash on delivery: &gt;, &lt;, = or from-to</source>
            <translation>الدفع عند الاستلام: &gt; أو &lt; أو = أو من-إلى</translation>
        </message>
        <message>
            <source>the warehouse that it leaves</source>
            <translation>المستودع الذي تخرج منه</translation>
        </message>
        <message>
            <source>where it goes</source>
            <translation>وجهتها</translation>
        </message>
        <message>
            <source>leaves it or goes there</source>
            <translation>تخرج منه أو تذهب إليه</translation>
        </message>
        <message>
            <source>created on this day or later</source>
            <translation>أُنشئت في هذا اليوم أو بعده</translation>
        </message>
        <message>
            <source>created before this day</source>
            <translation>أُنشئت قبل هذا اليوم</translation>
        </message>
        <message>
            <source>created on this day or earlier</source>
            <translation>أُنشئت في هذا اليوم أو قبله</translation>
        </message>
        <message>
            <source>created on this day</source>
            <translation>أُنشئت في هذا اليوم</translation>
        </message>
        <message>
            <source>who carries it</source>
            <translation>من ينقلها</translation>
        </message>
        <message>
            <source>part of its number</source>
            <translation>جزء من رقمها</translation>
        </message>
        <message>
            <source>today</source>
            <comment>a day in the filter</comment>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>yesterday</source>
            <comment>a day in the filter</comment>
            <translation>أمس</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what was typed: what is wrong with it</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>this is given twice</source>
            <translation>ذُكر مرتين</translation>
        </message>
        <message>
            <source>there is no filter called %1</source>
            <translation>لا مرشّح باسم %1</translation>
        </message>
        <message>
            <source>the value is missing</source>
            <translation>القيمة ناقصة</translation>
        </message>
        <message>
            <source>this takes a colon</source>
            <translation>يلزمه نقطتان رأسيتان</translation>
        </message>
        <message>
            <source>there is no such status</source>
            <translation>لا توجد حالة كهذه</translation>
        </message>
        <message>
            <source>there is no such carrier</source>
            <translation>لا يوجد ناقل كهذا</translation>
        </message>
        <message>
            <source>no driver is called that</source>
            <translation>لا سائق بهذا الاسم</translation>
        </message>
        <message>
            <source>several drivers are called that: %1</source>
            <translation>عدة سائقين بهذا الاسم: %1</translation>
        </message>
        <message>
            <source>no warehouse is called that</source>
            <translation>لا مستودع بهذا الاسم</translation>
        </message>
        <message>
            <source>several warehouses are called that: %1</source>
            <translation>عدة مستودعات بهذا الاسم: %1</translation>
        </message>
        <message>
            <source>this is no day; write 2026-04-01, today or yesterday</source>
            <translation>ليس هذا يومًا؛ اكتب 2026-04-01 أو اليوم أو أمس</translation>
        </message>
        <message>
            <source>this is no amount</source>
            <translation>ليس هذا مبلغًا</translation>
        </message>
        <message>
            <source>zone</source>
            <comment>filter word</comment>
            <translation>منطقة</translation>
        </message>
        <message>
            <source>waybill</source>
            <comment>filter word</comment>
            <translation>بوليصة</translation>
        </message>
        <message>
            <source>trip</source>
            <comment>filter word</comment>
            <translation>رحلة</translation>
        </message>
        <message>
            <source>payment</source>
            <comment>filter word</comment>
            <translation>الدفع</translation>
        </message>
        <message>
            <source>returned</source>
            <comment>filter word</comment>
            <translation>مرتجع</translation>
        </message>
        <message>
            <source>none</source>
            <comment>filter value: in no waybill, in no trip</comment>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>yes</source>
            <comment>filter value</comment>
            <translation>نعم</translation>
        </message>
        <message>
            <source>no</source>
            <comment>filter value</comment>
            <translation>لا</translation>
        </message>
        <message>
            <source>write yes or no</source>
            <translation>اكتب نعم أو لا</translation>
        </message>
        <message>
            <source>no waybill has that number</source>
            <translation>لا توجد بوليصة بهذا الرقم</translation>
        </message>
        <message>
            <source>no trip has that number</source>
            <translation>لا توجد رحلة بهذا الرقم</translation>
        </message>
        <message>
            <source>several zones are called that</source>
            <translation>عدة مناطق بهذا الاسم</translation>
        </message>
        <message>
            <source>no zone is called that</source>
            <translation>لا توجد منطقة بهذا الاسم</translation>
        </message>
        <message>
            <source>several warehouses are called that</source>
            <translation>عدة مستودعات بهذا الاسم</translation>
        </message>
    </context>
    <context>
        <name>ImportText</name>
        <message>
            <source>is missing</source>
            <translation>ناقص</translation>
        </message>
        <message>
            <source>is too long</source>
            <translation>أطول من اللازم</translation>
        </message>
        <message>
            <source>is no number</source>
            <translation>ليس رقمًا</translation>
        </message>
        <message>
            <source>must be whole, without a fraction</source>
            <translation>يجب أن يكون صحيحًا بلا كسر</translation>
        </message>
        <message>
            <source>is out of what is possible</source>
            <translation>خارج الحدود الممكنة</translation>
        </message>
        <message>
            <source>is no word that is known here</source>
            <translation>كلمة غير معروفة هنا</translation>
        </message>
        <message>
            <source>is no phone number</source>
            <translation>ليس رقم هاتف</translation>
        </message>
        <message>
            <source>is missing, and the other half of the position is there</source>
            <translation>ناقص، مع أن النصف الآخر من الموقع موجود</translation>
        </message>
        <message>
            <source>stands twice in the file</source>
            <translation>مكرر في الملف</translation>
        </message>
        <message>
            <source>cannot be right: the row is far too long</source>
            <translation>لا يمكن أن يكون صحيحًا: السطر أطول بكثير من اللازم</translation>
        </message>
        <message>
            <source>belongs to another parcel already</source>
            <translation>يخص طردًا آخر من قبل</translation>
        </message>
        <message>
            <source>was refused by the server</source>
            <translation>رفضه الخادم</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>المرجع</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>الباركود</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>City</source>
            <translation>المدينة</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>خط العرض</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>خط الطول</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>طريقة الدفع</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Arabic (Windows-1256)</source>
            <translation>عربي (Windows-1256)</translation>
        </message>
        <message>
            <source>Western (Windows-1252)</source>
            <translation>غربي (Windows-1252)</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>تُقرأ محتويات الملف</translation>
        </message>
        <message>
            <source>Read; nothing is sent yet</source>
            <translation>قُرئ؛ لم يُرسل شيء بعد</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>يُرسل</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>متوقف</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>لم يكتمل</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>a column, and what is wrong with its cell</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Put right; it goes with the next sending</source>
            <translation>صُحّح؛ يُرسل مع الإرسال القادم</translation>
        </message>
        <message>
            <source>The file cannot be read. It may have been moved or renamed; nothing was lost here.</source>
            <translation>تعذرت قراءة الملف. ربما نُقل أو أُعيدت تسميته؛ لم يضع شيء هنا.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>الملف فارغ.</translation>
        </message>
        <message>
            <source>The file has changed since it was chosen. Choose it again: it is read anew.</source>
            <translation>تغيّر الملف منذ اختياره. اختره مرة أخرى ليُقرأ من جديد.</translation>
        </message>
        <message>
            <source>The file holds bytes that mean nothing in this encoding. Choose another one.</source>
            <translation>في الملف بايتات لا معنى لها بهذا الترميز. اختر ترميزًا آخر.</translation>
        </message>
        <message>
            <source>A quotation mark is opened in the file and never closed, on line %1.</source>
            <translation>علامة اقتباس مفتوحة في الملف ولا تُغلق أبدًا، في السطر %1.</translation>
        </message>
        <message>
            <source>This server does not take files.</source>
            <translation>هذا الخادم لا يقبل الملفات.</translation>
        </message>
        <message>
            <source>A part of this file went to another depot. Sign in there to send the rest.</source>
            <translation>ذهب جزء من هذا الملف إلى مستودع آخر. سجّل الدخول هناك لإرسال الباقي.</translation>
        </message>
    </context>
    <context>
        <name>LateWords</name>
        <message>
            <source>has not set out yet</source>
            <translation>لم تنطلق بعد</translation>
        </message>
        <message>
            <source>stands since %1</source>
            <translation>متوقفة منذ %1</translation>
        </message>
        <message>
            <source>left %1 late</source>
            <translation>انطلقت متأخرة %1</translation>
        </message>
        <message numerus="yes">
            <source>still %Ln stop(s) before it</source>
            <translation>
                <numerusform>لا محطات قبلها</numerusform>
                <numerusform>قبلها محطة واحدة بعد</numerusform>
                <numerusform>قبلها محطتان بعد</numerusform>
                <numerusform>قبلها %Ln محطات بعد</numerusform>
                <numerusform>قبلها %Ln محطة بعد</numerusform>
                <numerusform>قبلها %Ln محطة بعد</numerusform>
            </translation>
        </message>
        <message>
            <source>still on the way there</source>
            <translation>ما زالت في الطريق إليها</translation>
        </message>
        <message>
            <source>%1 behind at stop %2</source>
            <translation>متخلفة %1 عند المحطة %2</translation>
        </message>
        <message>
            <source>%1 late at stop %2</source>
            <translation>متأخرة %1 عند المحطة %2</translation>
        </message>
        <message>
            <source>will be %1 late at stop %2</source>
            <translation>ستتأخر %1 عند المحطة %2</translation>
        </message>
    </context>
    <context>
        <name>ParcelText</name>
        <message>
            <source>It has been picked up, or is done with: it stays as it is.</source>
            <translation>جرى استلامه أو انتهى أمره: يبقى كما هو.</translation>
        </message>
        <message>
            <source>Its waybill is sealed: where it comes from and goes to stays as it is.</source>
            <translation>بوليصته مختومة: يبقى مصدره ووجهته كما هما.</translation>
        </message>
        <message>
            <source>Its trip is under way: where it comes from and goes to stays as it is.</source>
            <translation>رحلته جارية: يبقى مصدره ووجهته كما هما.</translation>
        </message>
        <message>
            <source>The server gave the parcel a status that this desk does not know.</source>
            <translation>أعطى الخادم الطرد حالة لا يعرفها هذا المكتب.</translation>
        </message>
    </context>
    <context>
        <name>QueueConflict</name>
        <message>
            <source>%1 is %2</source>
            <comment>a parcel, its status</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The server has no such return request</source>
            <translation>لا يوجد طلب إرجاع كهذا عند الخادم</translation>
        </message>
        <message>
            <source>The return is: %1</source>
            <comment>a status</comment>
            <translation>الإرجاع: %1</translation>
        </message>
        <message>
            <source>answered by %1, %2</source>
            <comment>a person, a moment</comment>
            <translation>أجاب عنه %1، %2</translation>
        </message>
        <message>
            <source>The server has no such exception</source>
            <translation>لا يوجد استثناء كهذا عند الخادم</translation>
        </message>
        <message>
            <source>The exception is resolved</source>
            <translation>الاستثناء محلول</translation>
        </message>
        <message>
            <source>by %1, %2</source>
            <comment>a person, a moment</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>The exception is open</source>
            <translation>الاستثناء مفتوح</translation>
        </message>
        <message>
            <source>Owner: %1</source>
            <translation>المسؤول: %1</translation>
        </message>
    </context>
    <context>
        <name>QueueWords</name>
        <message>
            <source>Requested</source>
            <comment>returns</comment>
            <translation>مطلوبة</translation>
        </message>
        <message>
            <source>Approved</source>
            <comment>returns</comment>
            <translation>موافق عليها</translation>
        </message>
        <message>
            <source>Rejected</source>
            <comment>returns</comment>
            <translation>مرفوضة</translation>
        </message>
        <message>
            <source>Not delivered</source>
            <translation>لم يُسلَّم</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>عاد</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>تالف</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>مفقود</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>شيء آخر</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>exceptions</comment>
            <translation>مفتوحة</translation>
        </message>
        <message>
            <source>Mine</source>
            <comment>exceptions</comment>
            <translation>لي</translation>
        </message>
        <message>
            <source>Without owner</source>
            <translation>بلا مسؤول</translation>
        </message>
        <message>
            <source>Resolved</source>
            <comment>exceptions</comment>
            <translation>محلولة</translation>
        </message>
        <message>
            <source>%1 overdue</source>
            <comment>a length of time</comment>
            <translation>فات موعده %1</translation>
        </message>
        <message>
            <source>The server has not taken this request yet.</source>
            <translation>لم يأخذ الخادم هذا الطلب بعد.</translation>
        </message>
        <message>
            <source>It has been answered already.</source>
            <translation>أُجيب عنه من قبل.</translation>
        </message>
        <message>
            <source>Your answer is on its way.</source>
            <translation>جوابك في طريقه.</translation>
        </message>
        <message>
            <source>The server has not taken this exception yet.</source>
            <translation>لم يأخذ الخادم هذا الاستثناء بعد.</translation>
        </message>
        <message>
            <source>It is resolved, and stays as it is.</source>
            <translation>هو محلول ويبقى كما هو.</translation>
        </message>
        <message>
            <source>Your resolution is on its way.</source>
            <translation>حلّك في طريقه.</translation>
        </message>
    </context>
    <context>
        <name>RefusalText</name>
        <message>
            <source>This step does not follow from the waybill&apos;s present status.</source>
            <translation>هذه الخطوة لا تلي حالة البوليصة الحالية.</translation>
        </message>
        <message>
            <source>Only a drafted waybill can be edited.</source>
            <translation>لا تُعدَّل إلا البوليصة المسودة.</translation>
        </message>
        <message>
            <source>The waybill is sealed: no parcel can join or leave it any more.</source>
            <translation>البوليصة مختومة: لا يدخلها طرد ولا يخرج منها بعد الآن.</translation>
        </message>
        <message>
            <source>Seal needs at least one delivery.</source>
            <translation>يحتاج الختم إلى طرد واحد على الأقل.</translation>
        </message>
        <message>
            <source>A driver can be assigned only while the waybill is sealed.</source>
            <translation>لا يُعيَّن سائق إلا والبوليصة مختومة.</translation>
        </message>
        <message>
            <source>Only waybills of our own carrier have a driver.</source>
            <translation>السائق لبوالص ناقلنا الداخلي فقط.</translation>
        </message>
        <message>
            <source>The waybill already has a driver. Switch the driver instead.</source>
            <translation>للبوليصة سائق. بدّل السائق بدلًا من ذلك.</translation>
        </message>
        <message>
            <source>This driver already has the waybill.</source>
            <translation>البوليصة عند هذا السائق أصلًا.</translation>
        </message>
        <message>
            <source>The waybill has no driver yet.</source>
            <translation>ليس للبوليصة سائق بعد.</translation>
        </message>
        <message>
            <source>The driver can be switched only from sealing until the waybill is received.</source>
            <translation>لا يُبدَّل السائق إلا من الختم حتى الوصول.</translation>
        </message>
        <message>
            <source>The waybill has been picked up. Switch the driver instead.</source>
            <translation>استُلمت البوليصة. بدّل السائق بدلًا من ذلك.</translation>
        </message>
        <message>
            <source>Say why, in 1 to 500 characters.</source>
            <translation>اذكر السبب في ١ إلى ٥٠٠ حرف.</translation>
        </message>
        <message>
            <source>The driver does this step for waybills of our own carrier.</source>
            <translation>السائق هو من يقوم بهذه الخطوة في بوالص ناقلنا.</translation>
        </message>
        <message>
            <source>Only a drafted or sealed waybill can be cancelled.</source>
            <translation>لا تُلغى إلا بوليصة مسودة أو مختومة.</translation>
        </message>
        <message>
            <source>Only the assigned driver may do this.</source>
            <translation>هذا للسائق المعيَّن وحده.</translation>
        </message>
        <message>
            <source>Parcels can be returned only from a waybill of our own carrier, from sealing until it is closed.</source>
            <translation>لا تُرجع الطرود إلا من بوليصة ناقلنا، من الختم حتى الإغلاق.</translation>
        </message>
        <message>
            <source>Only drafted waybills without parcels can be deleted.</source>
            <translation>لا تُحذف إلا البوالص المسودة الخالية من الطرود.</translation>
        </message>
        <message>
            <source>The server does not know this driver.</source>
            <translation>لا يعرف الخادم هذا السائق.</translation>
        </message>
        <message>
            <source>This parcel is not in the waybill.</source>
            <translation>هذا الطرد ليس في البوليصة.</translation>
        </message>
        <message>
            <source>No parcel with this code is known.</source>
            <translation>لا طرد معروف بهذا الرمز.</translation>
        </message>
        <message>
            <source>This parcel is already in another waybill.</source>
            <translation>هذا الطرد في بوليصة أخرى.</translation>
        </message>
        <message>
            <source>This parcel is already in %1.</source>
            <translation>هذا الطرد في %1.</translation>
        </message>
        <message>
            <source>A driver is under way with this parcel.</source>
            <translation>سائق في الطريق بهذا الطرد.</translation>
        </message>
        <message>
            <source>This is one leg of a staged parcel; a leg cannot join a waybill.</source>
            <translation>هذه مرحلة من طرد متعدد المراحل؛ لا تدخل المرحلة بوليصة.</translation>
        </message>
        <message>
            <source>The parcel&apos;s status does not allow it to join a waybill.</source>
            <translation>حالة الطرد لا تسمح بدخوله بوليصة.</translation>
        </message>
        <message>
            <source>This parcel is assigned to a driver. Unassign it first.</source>
            <translation>هذا الطرد معيَّن لسائق. اسحبه منه أولًا.</translation>
        </message>
        <message>
            <source>The server gave the waybill a status that this desk does not know.</source>
            <translation>أعطى الخادم البوليصة حالة لا يعرفها هذا المكتب.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>جاهز</translation>
        </message>
        <message>
            <source>Waybill is sealed</source>
            <translation>البوليصة مختومة</translation>
        </message>
        <message>
            <source>Not known here</source>
            <translation>غير معروف هنا</translation>
        </message>
        <message>
            <source>Already in a waybill</source>
            <translation>في بوليصة أصلًا</translation>
        </message>
        <message>
            <source>Already in %1</source>
            <translation>في %1 أصلًا</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>في الطريق</translation>
        </message>
        <message>
            <source>Leg of a staged parcel</source>
            <translation>مرحلة من طرد</translation>
        </message>
        <message>
            <source>Wrong status</source>
            <translation>الحالة لا تسمح</translation>
        </message>
        <message>
            <source>Assigned to a driver</source>
            <translation>معيَّن لسائق</translation>
        </message>
        <message>
            <source>Not in this waybill</source>
            <translation>ليس في هذه البوليصة</translation>
        </message>
        <message>
            <source>Not possible now</source>
            <translation>غير ممكن الآن</translation>
        </message>
    </context>
    <context>
        <name>TripWords</name>
        <message>
            <source>Planned</source>
            <translation>مخططة</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>على الطريق</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>مكتملة</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>ملغاة</translation>
        </message>
        <message>
            <source>Many pickups</source>
            <translation>استلامات عدة</translation>
        </message>
        <message>
            <source>Many dropoffs</source>
            <translation>تسليمات عدة</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>مختلطة</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>استلام</translation>
        </message>
        <message>
            <source>Dropoff</source>
            <translation>تسليم</translation>
        </message>
    </context>
    <context>
        <name>WaybillColumns</name>
        <message>
            <source>%1 → %2</source>
            <comment>status</comment>
            <extracomment>a status and the status that is expected once everything queued is done</extracomment>
            <translation>%1 ← %2</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>From → To</source>
            <translation>من ← إلى</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئت</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>عُدّلت</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>heading, currency</comment>
            <extracomment>a heading and the currency of its figures: COD, IQD</extracomment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>Will be deleted once the queued action is done.</source>
            <translation>ستُحذف حالما يُنفَّذ الإجراء المنتظر.</translation>
        </message>
        <message>
            <source>Created on this desk; the server has not named it yet.</source>
            <translation>أُنشئت على هذا المكتب؛ لم يسمّها الخادم بعد.</translation>
        </message>
        <message numerus="yes">
            <source>Expected once %Ln queued action(s) are done.</source>
            <translation>
                <numerusform>متوقع.</numerusform>
                <numerusform>متوقع حالما يتم الإجراء المنتظر.</numerusform>
                <numerusform>متوقع حالما يتم الإجراءان المنتظران.</numerusform>
                <numerusform>متوقع حالما تتم %Ln إجراءات منتظرة.</numerusform>
                <numerusform>متوقع حالما يتم %Ln إجراءً منتظرًا.</numerusform>
                <numerusform>متوقع حالما يتم %Ln إجراء منتظر.</numerusform>
            </translation>
        </message>
        <message>
            <source>The server refused something: see Sync.</source>
            <translation>رفض الخادم شيئًا: انظر المزامنة.</translation>
        </message>
        <message>
            <source>An answer was lost: it is being looked for.</source>
            <translation>ضاع رد: يُبحث عنه.</translation>
        </message>
        <message>
            <source>As heard from the server %1 ago.</source>
            <translation>كما ورد من الخادم قبل %1.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Drafted</source>
            <translation>مسودة</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>مختومة</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>مستلمة</translation>
        </message>
        <message>
            <source>In transit</source>
            <translation>في الطريق</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>وصلت</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>مغلقة</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>ملغاة</translation>
        </message>
        <message>
            <source>Draft</source>
            <comment>parcel</comment>
            <translation>مسودة</translation>
        </message>
        <message>
            <source>Pending</source>
            <comment>parcel</comment>
            <translation>معلّق</translation>
        </message>
        <message>
            <source>Staged at warehouse</source>
            <comment>parcel</comment>
            <translation>مجهّز في المستودع</translation>
        </message>
        <message>
            <source>Assigned</source>
            <comment>parcel</comment>
            <translation>معيَّن</translation>
        </message>
        <message>
            <source>Picked up</source>
            <comment>parcel</comment>
            <translation>مستلَم</translation>
        </message>
        <message>
            <source>In transit</source>
            <comment>parcel</comment>
            <translation>في الطريق</translation>
        </message>
        <message>
            <source>Delivered</source>
            <comment>parcel</comment>
            <translation>مُسلَّم</translation>
        </message>
        <message>
            <source>Failed</source>
            <comment>parcel</comment>
            <translation>أخفق</translation>
        </message>
        <message>
            <source>Returned</source>
            <comment>parcel</comment>
            <translation>مُرجَع</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <comment>parcel</comment>
            <translation>ملغى</translation>
        </message>
        <message>
            <source>Internal</source>
            <comment>carrier</comment>
            <translation>داخلي</translation>
        </message>
        <message>
            <source>Prime</source>
            <comment>carrier</comment>
            <translation>رئيسي</translation>
        </message>
        <message>
            <source>External</source>
            <comment>carrier</comment>
            <translation>خارجي</translation>
        </message>
        <message>
            <source>Refused by the customer</source>
            <translation>رفضه الزبون</translation>
        </message>
        <message>
            <source>Wrong address</source>
            <translation>عنوان خاطئ</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>تالف</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>مفقود</translation>
        </message>
        <message>
            <source>Could not be delivered</source>
            <translation>تعذّر تسليمه</translation>
        </message>
        <message>
            <source>Cancelled by the customer</source>
            <translation>ألغاه الزبون</translation>
        </message>
        <message>
            <source>Failed the quality check</source>
            <translation>لم يجتز فحص الجودة</translation>
        </message>
        <message>
            <source>Rejected at the destination</source>
            <translation>رُفض في الوجهة</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>سبب آخر</translation>
        </message>
        <message>
            <source>Dispatcher</source>
            <translation>منسّق</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>مدير</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Merchant</source>
            <translation>تاجر</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>مسؤول النظام</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>في الانتظار</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>يُرسَل</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>مرفوض</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>تُرك</translation>
        </message>
        <message>
            <source>Cash on delivery</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>نقدًا</translation>
        </message>
        <message>
            <source>Wallet</source>
            <translation>محفظة</translation>
        </message>
        <message>
            <source>Paid online</source>
            <translation>مدفوع إلكترونيًا</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>route</comment>
            <extracomment>from and to; the arrow points the way that this language is written</extracomment>
            <translation>%1 ‏←‏ %2</translation>
        </message>
        <message>
            <source>New waybill</source>
            <translation>بوليصة جديدة</translation>
        </message>
        <message>
            <source>New waybill to %1</source>
            <translation>بوليصة جديدة إلى %1</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>جارٍ الاتصال…</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>متصل</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>دون اتصال منذ %1</translation>
        </message>
        <message>
            <source>New parcel for %1</source>
            <comment>a customer</comment>
            <translation>طرد جديد لـ %1</translation>
        </message>
        <message>
            <source>New parcel</source>
            <translation>طرد جديد</translation>
        </message>
    </context>
    <context>
        <name>waydesk::app</name>
        <message>
            <source>Evening round, two pallets</source>
            <translation>جولة المساء، منصتا تحميل</translation>
        </message>
    </context>
    <context>
        <name>waydesk::app::Desk</name>
        <message>
            <source>Open the scan station</source>
            <translation>افتح محطة المسح</translation>
        </message>
        <message>
            <source>Refused: %1</source>
            <translation>مرفوض: %1</translation>
        </message>
        <message>
            <source>See why</source>
            <translation>انظر السبب</translation>
        </message>
        <message numerus="yes">
            <source>The list of queued actions was damaged; %Ln of them could not be read</source>
            <translation>
                <numerusform>تلفت قائمة الإجراءات المنتظرة</numerusform>
                <numerusform>تلفت قائمة الإجراءات المنتظرة؛ تعذّرت قراءة واحد منها</numerusform>
                <numerusform>تلفت قائمة الإجراءات المنتظرة؛ تعذّرت قراءة اثنين منها</numerusform>
                <numerusform>تلفت قائمة الإجراءات المنتظرة؛ تعذّرت قراءة %Ln منها</numerusform>
                <numerusform>تلفت قائمة الإجراءات المنتظرة؛ تعذّرت قراءة %Ln منها</numerusform>
                <numerusform>تلفت قائمة الإجراءات المنتظرة؛ تعذّرت قراءة %Ln منها</numerusform>
            </translation>
        </message>
        <message>
            <source>This desk&apos;s copy of the depot was damaged and is read again from the server. Nothing queued was lost.</source>
            <translation>تلفت نسخة هذا المكتب من بيانات المستودع وتُقرأ من الخادم من جديد. لم يضِع شيء مما ينتظر.</translation>
        </message>
        <message>
            <source>Do it again here as it should be, then drop the refused one on the Sync page</source>
            <translation>أعد العمل هنا كما ينبغي، ثم اترك المرفوض في صفحة المزامنة</translation>
        </message>
        <message>
            <source>Choose a file of parcels</source>
            <translation>اختر ملف طرود</translation>
        </message>
        <message>
            <source>Tables as text</source>
            <translation>جداول نصية</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>كل الملفات</translation>
        </message>
        <message>
            <source>Choose a file of map tiles</source>
            <translation>اختر ملف مربعات خريطة</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>حفظ الصورة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::app::EmbeddedBackend</name>
        <message>
            <source>%1 is not there.</source>
            <translation>%1 غير موجود.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::AlarmsModel</name>
        <message>
            <source>Not heard of</source>
            <translation>لا أخبار عنه</translation>
        </message>
        <message>
            <source>Stands too long</source>
            <translation>متوقف طويلًا</translation>
        </message>
        <message>
            <source>Off its way</source>
            <translation>خارج طريقه</translation>
        </message>
        <message>
            <source>Too much cash</source>
            <translation>نقد أكثر من المسموح</translation>
        </message>
        <message>
            <source>not heard of for %1</source>
            <translation>لا أخبار عنه منذ %1</translation>
        </message>
        <message>
            <source>has not moved for %1</source>
            <translation>لم يتحرك منذ %1</translation>
        </message>
        <message>
            <source>%1 km off the way to the next stop</source>
            <translation>%1 كم بعيدًا عن الطريق إلى المحطة التالية</translation>
        </message>
        <message>
            <source>%1 on board, %2 allowed</source>
            <translation>%1 معه، والمسموح %2</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>أُقرّ به</translation>
        </message>
        <message>
            <source>Snoozed until %1</source>
            <translation>مؤجل حتى %1</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>التنبيه</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>منذ</translation>
        </message>
        <message>
            <source>Late now</source>
            <translation>متأخر الآن</translation>
        </message>
        <message>
            <source>Will be late</source>
            <translation>سيتأخر</translation>
        </message>
        <message>
            <source>Return waiting</source>
            <translation>إرجاع ينتظر</translation>
        </message>
        <message>
            <source>stop %1</source>
            <translation>المحطة %1</translation>
        </message>
        <message>
            <source>Will be late by %1 at %2</source>
            <translation>سيتأخر %1 عند %2</translation>
        </message>
        <message>
            <source>%1 behind its plan at %2</source>
            <translation>متخلفة %1 عن خطتها عند %2</translation>
        </message>
        <message>
            <source>Late by %1 at %2</source>
            <translation>متأخر %1 عند %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>lateness, its reason</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>the return of %1 has waited for %2 to be decided</source>
            <translation>إرجاع %1 ينتظر البتّ فيه منذ %2</translation>
        </message>
        <message>
            <source>a return has waited for %1 to be decided</source>
            <translation>إرجاع ينتظر البتّ فيه منذ %1</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::BadRowsModel</name>
        <message>
            <source>Line</source>
            <translation>السطر</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>ما الخطأ</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::BulkRun</name>
        <message numerus="yes">
            <source>%Ln done</source>
            <translation>
                <numerusform>تم %Ln</numerusform>
                <numerusform>تم %Ln</numerusform>
                <numerusform>تم %Ln</numerusform>
                <numerusform>تم %Ln</numerusform>
                <numerusform>تم %Ln</numerusform>
                <numerusform>تم %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed</source>
            <translation>
                <numerusform>أخفق %Ln</numerusform>
                <numerusform>أخفق %Ln</numerusform>
                <numerusform>أخفق %Ln</numerusform>
                <numerusform>أخفق %Ln</numerusform>
                <numerusform>أخفق %Ln</numerusform>
                <numerusform>أخفق %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not known</source>
            <translation>
                <numerusform>%Ln غير معروف</numerusform>
                <numerusform>%Ln غير معروف</numerusform>
                <numerusform>%Ln غير معروف</numerusform>
                <numerusform>%Ln غير معروف</numerusform>
                <numerusform>%Ln غير معروف</numerusform>
                <numerusform>%Ln غير معروف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln taken back</source>
            <translation>
                <numerusform>استُرجع %Ln</numerusform>
                <numerusform>استُرجع %Ln</numerusform>
                <numerusform>استُرجع %Ln</numerusform>
                <numerusform>استُرجع %Ln</numerusform>
                <numerusform>استُرجع %Ln</numerusform>
                <numerusform>استُرجع %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln on the way</source>
            <translation>
                <numerusform>%Ln في الطريق</numerusform>
                <numerusform>%Ln في الطريق</numerusform>
                <numerusform>%Ln في الطريق</numerusform>
                <numerusform>%Ln في الطريق</numerusform>
                <numerusform>%Ln في الطريق</numerusform>
                <numerusform>%Ln في الطريق</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln</source>
            <comment>an account of all that was selected</comment>
            <translation>
                <numerusform>%1 من %Ln</numerusform>
                <numerusform>%1 من %Ln</numerusform>
                <numerusform>%1 من %Ln</numerusform>
                <numerusform>%1 من %Ln</numerusform>
                <numerusform>%1 من %Ln</numerusform>
                <numerusform>%1 من %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>account</comment>
            <translation>، </translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>ينتظر</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>في طريقه</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>أخفق</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>استُرجع</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::CasesModel</name>
        <message>
            <source>Nobody</source>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>الطرد</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>ما حدث</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>المسؤول</translation>
        </message>
        <message>
            <source>Next action</source>
            <translation>الخطوة التالية</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>الموعد</translation>
        </message>
        <message>
            <source>Raised</source>
            <comment>how long ago</comment>
            <translation>منذ</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::DataAgeModel</name>
        <message>
            <source>Waybills</source>
            <translation>بوالص الشحن</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Drivers</source>
            <translation>السائقون</translation>
        </message>
        <message>
            <source>Vehicles</source>
            <translation>المركبات</translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation>المستودعات</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>المناطق</translation>
        </message>
        <message>
            <source>Trips</source>
            <translation>الرحلات</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>الزبائن</translation>
        </message>
        <message>
            <source>%1 old</source>
            <translation>عمره %1</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>لم تُقرأ بعد</translation>
        </message>
        <message>
            <source>What</source>
            <translation>ماذا</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>العدد</translation>
        </message>
        <message>
            <source>How old</source>
            <translation>العمر</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>حتى</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::DeliveriesModel</name>
        <message>
            <source>Barcode %1</source>
            <translation>الباركود %1</translation>
        </message>
        <message>
            <source>Reference %1</source>
            <translation>المرجع %1</translation>
        </message>
        <message>
            <source>Joining, queued</source>
            <translation>يدخل، في الانتظار</translation>
        </message>
        <message>
            <source>Leaving, queued</source>
            <translation>يخرج، في الانتظار</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>الطرد</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>المنطقة</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::DeliveryTableModel</name>
        <message>
            <source>The table cannot be sorted by this column</source>
            <translation>لا يمكن ترتيب الجدول حسب هذا العمود</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>الطرد</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>الوجهة</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>heading, currency</comment>
            <extracomment>a heading and the currency of its figures: COD, IQD</extracomment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>للتحصيل</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئ</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>تغيّر</translation>
        </message>
        <message>
            <source>Time window</source>
            <translation>وقت الحضور</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::Formats</name>
        <message>
            <source>%1 %2</source>
            <extracomment>an amount and its currency: 312,000 IQD</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>أمس</translation>
        </message>
        <message>
            <source>d MMM</source>
            <extracomment>a date of this year, as QLocale formats it</extracomment>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day and time</comment>
            <extracomment>a day and a time: Today 09:00</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>dddd d MMMM yyyy HH:mm:ss</source>
            <extracomment>a date and time in full, as QLocale formats it</extracomment>
            <translation>dddd d MMMM yyyy HH:mm:ss</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 ث</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 د</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 س</translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>أقل من يوم</numerusform>
                <numerusform>يوم</numerusform>
                <numerusform>يومان</numerusform>
                <numerusform>%Ln أيام</numerusform>
                <numerusform>%Ln يومًا</numerusform>
                <numerusform>%Ln يوم</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 ms</source>
            <comment>milliseconds</comment>
            <translation>%1 م.ث</translation>
        </message>
        <message>
            <source>&lt; %1 ms</source>
            <comment>milliseconds</comment>
            <translation>أقل من %1 م.ث</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s)</source>
            <translation>
                <numerusform>لا طرود</numerusform>
                <numerusform>طرد واحد</numerusform>
                <numerusform>طردان</numerusform>
                <numerusform>%Ln طرود</numerusform>
                <numerusform>%Ln طردًا</numerusform>
                <numerusform>%Ln طرد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waybill(s)</source>
            <translation>
                <numerusform>لا بوالص</numerusform>
                <numerusform>بوليصة واحدة</numerusform>
                <numerusform>بوليصتان</numerusform>
                <numerusform>%Ln بوالص</numerusform>
                <numerusform>%Ln بوليصة</numerusform>
                <numerusform>%Ln بوليصة</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1”</source>
            <extracomment>how this language quotes</extracomment>
            <translation>«%1»</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::LiveDriversModel</name>
        <message>
            <source>%1 · %2 of %3 done</source>
            <comment>a trip&apos;s number, parcels</comment>
            <translation>%1 · أُنجز %2 من %3</translation>
        </message>
        <message>
            <source>%1 km/h</source>
            <translation>%1 كم/س</translation>
        </message>
        <message>
            <source>stands</source>
            <comment>a vehicle, just now</comment>
            <translation>متوقف</translation>
        </message>
        <message>
            <source>now</source>
            <comment>a position&apos;s age</comment>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Never seen by a tracker</source>
            <translation>لم يره أي متتبّع</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Doing</source>
            <translation>يعمل على</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>الموقع</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::OutboxModel</name>
        <message>
            <source>Needs you</source>
            <translation>يحتاجك</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>في طريقه</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>غير معروف بعد</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>تم اليوم</translation>
        </message>
        <message>
            <source>follows %1</source>
            <translation>يتبع %1</translation>
        </message>
        <message>
            <source>waiting for the network since %1</source>
            <translation>ينتظر الشبكة منذ %1</translation>
        </message>
        <message>
            <source>goes first when it is back</source>
            <translation>يذهب أولًا حين تعود</translation>
        </message>
        <message>
            <source>tried again at %1</source>
            <translation>يُعاد في %1</translation>
        </message>
        <message>
            <source>goes next</source>
            <translation>التالي</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>يُرسَل الآن</translation>
        </message>
        <message>
            <source>The server refused.</source>
            <translation>رفض الخادم.</translation>
        </message>
        <message>
            <source>the answer was lost at %1; looking for it on the server before anything is sent again</source>
            <translation>ضاع الرد في %1؛ يُبحث عنه على الخادم قبل أن يُرسل شيء من جديد</translation>
        </message>
        <message>
            <source>the answer was lost; looking for it on the server before anything is sent again</source>
            <translation>ضاع الرد؛ يُبحث عنه على الخادم قبل أن يُرسل شيء من جديد</translation>
        </message>
        <message>
            <source>done at %1</source>
            <translation>تم في %1</translation>
        </message>
        <message>
            <source>dropped; what the server has was kept</source>
            <translation>تُرك؛ وأُبقي ما لدى الخادم</translation>
        </message>
        <message>
            <source>tried once</source>
            <translation>جُرّب مرة</translation>
        </message>
        <message numerus="yes">
            <source>tried %Ln time(s)</source>
            <translation>
                <numerusform>لم يُجرَّب</numerusform>
                <numerusform>جُرّب مرة</numerusform>
                <numerusform>جُرّب مرتين</numerusform>
                <numerusform>جُرّب %Ln مرات</numerusform>
                <numerusform>جُرّب %Ln مرة</numerusform>
                <numerusform>جُرّب %Ln مرة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::ParcelTimelineModel</name>
        <message>
            <source>%1: %2</source>
            <comment>what happened: the reason given</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>what happened · a note</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>لم يُبتّ فيه بعد</translation>
        </message>
        <message>
            <source>Its return was approved</source>
            <translation>وُوفق على إرجاعه</translation>
        </message>
        <message>
            <source>Its return was approved: it goes back as %1</source>
            <translation>وُوفق على إرجاعه: يعود برقم %1</translation>
        </message>
        <message>
            <source>Its return was rejected</source>
            <translation>رُفض إرجاعه</translation>
        </message>
        <message>
            <source>Its return was asked for</source>
            <translation>طُلب إرجاعه</translation>
        </message>
        <message>
            <source>Exception: it could not be delivered</source>
            <translation>استثناء: تعذّر تسليمه</translation>
        </message>
        <message>
            <source>Exception: it came back</source>
            <translation>استثناء: عاد</translation>
        </message>
        <message>
            <source>Exception: damaged</source>
            <translation>استثناء: تالف</translation>
        </message>
        <message>
            <source>Exception: missing</source>
            <translation>استثناء: مفقود</translation>
        </message>
        <message>
            <source>Exception</source>
            <translation>استثناء</translation>
        </message>
        <message>
            <source>%1 sees to it</source>
            <translation>يتولاه %1</translation>
        </message>
        <message>
            <source>nobody sees to it yet</source>
            <translation>لا يتولاه أحد بعد</translation>
        </message>
        <message>
            <source>next: %1</source>
            <translation>التالي: %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>حتى %1</translation>
        </message>
        <message>
            <source>proof: %1</source>
            <translation>الإثبات: %1</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئ</translation>
        </message>
        <message>
            <source>The exception was resolved</source>
            <translation>حُلّ الاستثناء</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>استُلم</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>في الطريق</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>سُلّم</translation>
        </message>
        <message>
            <source>Could not be delivered</source>
            <translation>تعذّر تسليمه</translation>
        </message>
        <message>
            <source>Scanned at the scan station: ready</source>
            <translation>مُسح في محطة المسح: جاهز</translation>
        </message>
        <message>
            <source>Scanned at the scan station: %1</source>
            <translation>مُسح في محطة المسح: %1</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::ProofModel</name>
        <message>
            <source>Signature</source>
            <translation>التوقيع</translation>
        </message>
        <message>
            <source>Photo %1 of %2</source>
            <translation>الصورة %1 من %2</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>صورة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::ReturnsModel</name>
        <message>
            <source>Parcel</source>
            <translation>الطرد</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>طلبه</translation>
        </message>
        <message>
            <source>Asked</source>
            <comment>how long ago</comment>
            <translation>منذ</translation>
        </message>
        <message>
            <source>Answered by</source>
            <translation>أجاب عنه</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::StatusTabsModel</name>
        <message>
            <source>All</source>
            <comment>waybills</comment>
            <translation>الكل</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::TimelineModel</name>
        <message>
            <source>%1, %2</source>
            <comment>a driver and the van</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئت</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>عُدّلت</translation>
        </message>
        <message>
            <source>Parcels attached</source>
            <translation>أُضيفت طرود</translation>
        </message>
        <message>
            <source>A parcel was removed</source>
            <translation>أُخرج طرد</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>مختومة</translation>
        </message>
        <message>
            <source>Driver assigned</source>
            <translation>عُيّن سائق</translation>
        </message>
        <message>
            <source>Assigned to %1</source>
            <translation>عُيّنت إلى %1</translation>
        </message>
        <message>
            <source>Driver switched from %1 to %2</source>
            <translation>بُدّل السائق من %1 إلى %2</translation>
        </message>
        <message>
            <source>Driver unassigned</source>
            <translation>سُحب السائق</translation>
        </message>
        <message>
            <source>%1 was unassigned</source>
            <translation>سُحبت من %1</translation>
        </message>
        <message>
            <source>Dispatched</source>
            <translation>أُرسلت</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>مستلمة</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>على الطريق</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>وصلت</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>مغلقة</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>ملغاة</translation>
        </message>
        <message>
            <source>Parcels returned</source>
            <translation>أُرجعت طرود</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what happened: the reason given</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>what happened · a note</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>a person, the role</comment>
            <translation>%1، %2</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::TripDraftModel</name>
        <message>
            <source>Nobody knows where this is: the way to it is not counted.</source>
            <translation>لا يُعرف أين هذا المكان: لا يُحسب الطريق إليه.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) late</source>
            <translation>
                <numerusform>متأخر لا دقائق</numerusform>
                <numerusform>متأخر دقيقة واحدة</numerusform>
                <numerusform>متأخر دقيقتين</numerusform>
                <numerusform>متأخر %Ln دقائق</numerusform>
                <numerusform>متأخر %Ln دقيقة</numerusform>
                <numerusform>متأخر %Ln دقيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>even straight from the start it would be too late.</source>
            <translation>حتى لو قُصد مباشرة من البداية لكان متأخرًا.</translation>
        </message>
        <message>
            <source>the van waits before it, at stop %1.</source>
            <translation>تنتظر المركبة قبله عند المحطة %1.</translation>
        </message>
        <message>
            <source>it comes too late behind the stops before it.</source>
            <translation>يأتي متأخرًا بعد المحطات التي قبله.</translation>
        </message>
        <message>
            <source>somewhere</source>
            <translation>مكان ما</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>المحطة</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>أين</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Arrives</source>
            <translation>الوصول</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::TripStopsModel</name>
        <message>
            <source>Done</source>
            <translation>أُنجزت</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>التالية</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>لاحقًا</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>المحطة</translation>
        </message>
        <message>
            <source>What</source>
            <translation>العمل</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>المكان</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>State</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>%1 behind its plan</source>
            <translation>متخلفة %1 عن خطتها</translation>
        </message>
        <message>
            <source>%1 late</source>
            <translation>متأخرة %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>lateness, its reason</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Expected at %1; roads are guessed</source>
            <translation>الوصول المتوقع %1؛ الطرق مقدّرة</translation>
        </message>
        <message>
            <source>To be visited %1</source>
            <translation>وقت الزيارة %1</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>المتوقع</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>وقت الزيارة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::models::TripsModel</name>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Van</source>
            <translation>المركبة</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>بدأت</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئت</translation>
        </message>
        <message>
            <source>New</source>
            <translation>جديدة</translation>
        </message>
        <message>
            <source>in time</source>
            <translation>في الموعد</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>lateness, its reason</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Lateness</source>
            <translation>التأخير</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui</name>
        <message>
            <source>joins</source>
            <translation>يدخل</translation>
        </message>
        <message>
            <source>leaves</source>
            <translation>يخرج</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::AskOverlay</name>
        <message>
            <source>Keep as it is</source>
            <translation>أبقِه كما هو</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>نعم</translation>
        </message>
        <message>
            <source>No</source>
            <translation>لا</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::BulkPanel</name>
        <message>
            <source>How many are done</source>
            <translation>كم تم منها</translation>
        </message>
        <message>
            <source>What became of each</source>
            <translation>ما آل إليه كل منها</translation>
        </message>
        <message>
            <source>What will be done</source>
            <translation>ما سيُفعل</translation>
        </message>
        <message numerus="yes">
            <source>%n waybill(s) will be done.</source>
            <translation>
                <numerusform>لن تُنفَّذ أي بوليصة.</numerusform>
                <numerusform>ستُنفَّذ بوليصة واحدة.</numerusform>
                <numerusform>ستُنفَّذ بوليصتان.</numerusform>
                <numerusform>ستُنفَّذ %n بوالص.</numerusform>
                <numerusform>ستُنفَّذ %n بوليصة.</numerusform>
                <numerusform>ستُنفَّذ %n بوليصة.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out, with the reason.</source>
            <translation>
                <numerusform>لم تُستثنَ أي.</numerusform>
                <numerusform>استُثنيت واحدة مع السبب.</numerusform>
                <numerusform>استُثنيت اثنتان مع السبب.</numerusform>
                <numerusform>استُثنيت %n مع السبب.</numerusform>
                <numerusform>استُثنيت %n مع السبب.</numerusform>
                <numerusform>استُثنيت %n مع السبب.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of them can be done.</source>
            <translation>لا يمكن أي منها.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>دعه</translation>
        </message>
        <message>
            <source>Try the failed again</source>
            <translation>أعد ما أخفق</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Still on its way. You may close this: it goes on.</source>
            <translation>ما زال في طريقه. يمكنك إغلاق هذا: سيستمر.</translation>
        </message>
        <message>
            <source>Call back what is not sent</source>
            <translation>استرجع ما لم يُرسل</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::CancelTripPanel</name>
        <message>
            <source>Detach every parcel first, then cancel</source>
            <translation>افصل كل الطرود أولًا ثم ألغِ</translation>
        </message>
        <message>
            <source>Cancel and leave the parcels linked to it</source>
            <translation>ألغِ واترك الطرود مرتبطة بها</translation>
        </message>
        <message>
            <source>Cancel %1</source>
            <translation>إلغاء %1</translation>
        </message>
        <message>
            <source>Cancel the trip</source>
            <translation>إلغاء الرحلة</translation>
        </message>
        <message>
            <source>The trip has no parcels. It is given up for good.</source>
            <translation>الرحلة بلا طرود. تُلغى نهائيًا.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) become free for another trip. Should this desk stop in between, the cancel follows when it runs again.</source>
            <translation>
                <numerusform>يصبح لا طرود متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
                <numerusform>يصبح طرد واحد متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
                <numerusform>يصبح طردان متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
                <numerusform>يصبح %Ln طرود متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
                <numerusform>يصبح %Ln طردًا متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
                <numerusform>يصبح %Ln طرد متاحًا لرحلة أخرى. إن توقف هذا المكتب بين الخطوتين تبع الإلغاء حين يعمل من جديد.</numerusform>
            </translation>
        </message>
        <message>
            <source>The server keeps them in the cancelled trip: they can join no other one.</source>
            <translation>يبقيها الخادم في الرحلة الملغاة: لا يمكن ضمّها إلى غيرها.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::CasesPane</name>
        <message numerus="yes">
            <source>%Ln exception(s)</source>
            <translation>
                <numerusform>لا استثناءات</numerusform>
                <numerusform>استثناء واحد</numerusform>
                <numerusform>استثناءان</numerusform>
                <numerusform>%Ln استثناءات</numerusform>
                <numerusform>%Ln استثناءً</numerusform>
                <numerusform>%Ln استثناء</numerusform>
            </translation>
        </message>
        <message>
            <source>This server keeps no exceptions</source>
            <translation>لا يحفظ هذا الخادم استثناءات</translation>
        </message>
        <message>
            <source>What went wrong with a parcel stands in its status and its notes only.</source>
            <translation>ما حدث لطرد يظهر في حالته وملاحظاته فقط.</translation>
        </message>
        <message>
            <source>No exception matches</source>
            <translation>لا استثناء مطابق</translation>
        </message>
        <message>
            <source>Remove a word of the filter.</source>
            <translation>احذف كلمة من المرشّح.</translation>
        </message>
        <message>
            <source>None resolved yet</source>
            <translation>لم يُحلّ شيء بعد</translation>
        </message>
        <message>
            <source>What was done about each is kept here.</source>
            <translation>يُحفظ هنا ما جرى فعله لكل منها.</translation>
        </message>
        <message>
            <source>You have none</source>
            <translation>ليس لك شيء</translation>
        </message>
        <message>
            <source>Take one under Without owner.</source>
            <translation>خذ واحدًا من «بلا مسؤول».</translation>
        </message>
        <message>
            <source>Nothing is open here</source>
            <translation>لا شيء مفتوح هنا</translation>
        </message>
        <message>
            <source>What goes wrong with a parcel appears here as soon as somebody tells it.</source>
            <translation>يظهر هنا ما يحدث لطرد حالما يبلّغ عنه أحد.</translation>
        </message>
        <message>
            <source>No exception chosen</source>
            <translation>لم يُختر استثناء</translation>
        </message>
        <message>
            <source>Choose one in the table to see what happened and who sees to it.</source>
            <translation>اختر واحدًا من الجدول لترى ما حدث ومن يتولاه.</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>an exception</comment>
            <translation>مفتوح</translation>
        </message>
        <message>
            <source>Resolved</source>
            <comment>an exception</comment>
            <translation>محلول</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>ما حدث</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>المسؤول</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>Next action</source>
            <translation>الخطوة التالية</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>الموعد</translation>
        </message>
        <message>
            <source>Raised</source>
            <translation>سُجّل</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <comment>a moment, a person</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>ما جرى فعله</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>حُلّ</translation>
        </message>
        <message>
            <source>Parcel is</source>
            <translation>حالة الطرد</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>لم يُرسل بعد</translation>
        </message>
        <message>
            <source>heard %1</source>
            <translation>سُمع %1</translation>
        </message>
        <message>
            <source>Choose an exception first.</source>
            <translation>اختر استثناءً أولًا.</translation>
        </message>
        <message>
            <source>It is yours already.</source>
            <translation>هو لك من قبل.</translation>
        </message>
        <message>
            <source>Sign in first.</source>
            <translation>سجّل الدخول أولًا.</translation>
        </message>
        <message>
            <source>The server has not told who your colleagues are.</source>
            <translation>لم يذكر الخادم من هم زملاؤك.</translation>
        </message>
        <message>
            <source>Its parcel was in no trip.</source>
            <translation>لم يكن طرده في رحلة.</translation>
        </message>
        <message>
            <source>Exception of %1 taken</source>
            <translation>أُخذ استثناء %1</translation>
        </message>
        <message>
            <source>Exception of %1 handed over</source>
            <translation>سُلّم استثناء %1 لزميل</translation>
        </message>
        <message>
            <source>Next action for %1</source>
            <translation>الخطوة التالية لـ %1</translation>
        </message>
        <message>
            <source>Exception of %1 resolved</source>
            <translation>حُلّ استثناء %1</translation>
        </message>
        <message>
            <source>Exceptions by state</source>
            <translation>الاستثناءات حسب حالتها</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>الاستثناءات</translation>
        </message>
        <message>
            <source>Parts of this exception</source>
            <translation>أجزاء هذا الاستثناء</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>آخذه</translation>
        </message>
        <message>
            <source>Hand to…</source>
            <translation>تسليم إلى…</translation>
        </message>
        <message>
            <source>Next action and due…</source>
            <translation>الخطوة التالية والموعد…</translation>
        </message>
        <message>
            <source>Resolve…</source>
            <translation>حلّ…</translation>
        </message>
        <message>
            <source>Open parcel</source>
            <translation>فتح الطرد</translation>
        </message>
        <message>
            <source>Open trip</source>
            <translation>فتح الرحلة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ConflictPane</name>
        <message>
            <source>What you asked</source>
            <translation>ما طلبتَه</translation>
        </message>
        <message>
            <source>What the server has now</source>
            <translation>ما لدى الخادم الآن</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ConsigneeField</name>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>الاسم أو الرقم</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>الزبائن الموجودون</translation>
        </message>
        <message>
            <source>A new customer</source>
            <translation>زبون جديد</translation>
        </message>
        <message>
            <source>A known customer</source>
            <translation>زبون معروف</translation>
        </message>
        <message>
            <source>A number without a name: who is it?</source>
            <translation>رقم بلا اسم: لمن هو؟</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::CounterStrip</name>
        <message>
            <source>in waybill</source>
            <translation>في البوليصة</translation>
        </message>
        <message>
            <source>scanned now</source>
            <translation>مُسح الآن</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>مرفوض</translation>
        </message>
        <message>
            <source>van load</source>
            <translation>حمولة المركبة</translation>
        </message>
        <message>
            <source>units</source>
            <translation>وحدات</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DeliveriesPage</name>
        <message>
            <source>%1: saved here, sent when the server answers</source>
            <translation>%1: حُفظ هنا ويُرسل حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>%1: could not be saved on this desk&apos;s disk</source>
            <translation>%1: تعذر حفظه على قرص هذا الجهاز</translation>
        </message>
        <message>
            <source>Filter the table</source>
            <translation>رشّح الجدول</translation>
        </message>
        <message>
            <source>Read again from the server</source>
            <translation>اقرأ من الخادم مرة أخرى</translation>
        </message>
        <message>
            <source>Copy the rows as they are seen</source>
            <translation>انسخ الصفوف كما تُرى</translation>
        </message>
        <message>
            <source>Choose a parcel first.</source>
            <translation>اختر طردًا أولًا.</translation>
        </message>
        <message>
            <source>It is in no waybill.</source>
            <translation>ليس في أي بوليصة.</translation>
        </message>
        <message>
            <source>It is in no trip.</source>
            <translation>ليس في أي رحلة.</translation>
        </message>
        <message>
            <source>It has come back already.</source>
            <translation>لقد رجع من قبل.</translation>
        </message>
        <message>
            <source>It is cancelled.</source>
            <translation>إنه ملغى.</translation>
        </message>
        <message>
            <source>Bring in a file</source>
            <translation>إدخال ملف</translation>
        </message>
        <message>
            <source>Ask for its return</source>
            <translation>اطلب إرجاعه</translation>
        </message>
        <message>
            <source>Open waybill</source>
            <translation>افتح بوليصته</translation>
        </message>
        <message>
            <source>Open trip</source>
            <translation>افتح رحلته</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>This server takes no parcels by hand; its own system makes and changes them.</source>
            <translation>لا يقبل هذا الخادم طرودًا باليد؛ نظامه هو من ينشئها ويغيّرها.</translation>
        </message>
        <message>
            <source>New parcel</source>
            <translation>طرد جديد</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>تعديل</translation>
        </message>
        <message>
            <source>Raise an exception…</source>
            <translation>تسجيل استثناء…</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DeliveryDetail</name>
        <message>
            <source>No parcel chosen</source>
            <translation>لم يُختر طرد</translation>
        </message>
        <message>
            <source>Choose one in the table to see who gets it, where, and what happened to it.</source>
            <translation>اختر واحدًا من الجدول لترى من يستلمه وأين وما جرى له.</translation>
        </message>
        <message>
            <source>heard %1</source>
            <translation>سُمع %1</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>Time window</source>
            <translation>موجود بين</translation>
        </message>
        <message>
            <source>To collect</source>
            <translation>للتحصيل</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>طريقة الدفع</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>الباركود</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>المرجع</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>مرتجع</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>أُنشئ</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Parts of this parcel</source>
            <translation>أقسام هذا الطرد</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DeliveryForm</name>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Size, units</source>
            <translation>الحجم، وحدات</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>طريقة الدفع</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>الباركود</translation>
        </message>
        <message>
            <source>Sender&apos;s reference</source>
            <translation>مرجع المرسل</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>To collect, %1</source>
            <comment>a currency</comment>
            <translation>المطلوب تحصيله، %1</translation>
        </message>
        <message>
            <source>Scan it here, or leave it to the server</source>
            <translation>امسحه هنا، أو اتركه للخادم</translation>
        </message>
        <message>
            <source>New parcel</source>
            <translation>طرد جديد</translation>
        </message>
        <message>
            <source>Make parcel</source>
            <translation>إنشاء الطرد</translation>
        </message>
        <message>
            <source>Edit %1</source>
            <translation>تعديل %1</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>حفظ التغييرات</translation>
        </message>
        <message>
            <source>An amount, like %1.</source>
            <translation>مبلغ، مثل %1.</translation>
        </message>
        <message>
            <source>A number above 0.</source>
            <translation>رقم أكبر من 0.</translation>
        </message>
        <message>
            <source>At most %L1 characters.</source>
            <translation>%L1 حرفًا على الأكثر.</translation>
        </message>
        <message>
            <source>Not saved yet: see the fields marked above.</source>
            <translation>لم يُحفظ بعد: انظر الحقول المعلّمة أعلاه.</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>لم يتغير شيء.</translation>
        </message>
        <message>
            <source>This is not saved. Esc once more throws it away, Ctrl+Enter saves it.</source>
            <translation>هذا غير محفوظ. Esc مرة أخرى يتخلص منه، وCtrl+Enter يحفظه.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DeliveryPlaces</name>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>الإرجاعات</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>الاستثناءات</translation>
        </message>
        <message>
            <source>Go to parcels</source>
            <translation>إلى الطرود</translation>
        </message>
        <message>
            <source>Go to returns</source>
            <translation>إلى الإرجاعات</translation>
        </message>
        <message>
            <source>Go to exceptions</source>
            <translation>إلى الاستثناءات</translation>
        </message>
        <message>
            <source>Parts of deliveries</source>
            <translation>أجزاء الطرود</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DetailPane</name>
        <message>
            <source>More for this waybill</source>
            <translation>المزيد لهذه البوليصة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DriverCard</name>
        <message>
            <source>No driver chosen</source>
            <translation>لم يُختر سائق</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>اختر</translation>
        </message>
        <message>
            <source>one in the list, or on the map.</source>
            <translation>سائقًا من القائمة أو على الخريطة.</translation>
        </message>
        <message>
            <source>never seen</source>
            <translation>لم يُرَ قط</translation>
        </message>
        <message>
            <source>heard now</source>
            <translation>أخباره حاضرة</translation>
        </message>
        <message>
            <source>silent for %1</source>
            <translation>صامت منذ %1</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>on none</source>
            <translation>ليس في رحلة</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>المحطة</translation>
        </message>
        <message>
            <source>±%1 m</source>
            <translation>±%1 م</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>الموقع</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>شوهد</translation>
        </message>
        <message>
            <source>Cash on board</source>
            <translation>النقد معه</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>on board, allowed</comment>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>Van</source>
            <translation>المركبة</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DriverDelegate</name>
        <message>
            <source>holds %1: too small</source>
            <translation>تتسع لـ %1: صغيرة</translation>
        </message>
        <message>
            <source>holds %1</source>
            <translation>تتسع لـ %1</translation>
        </message>
        <message>
            <source>no van</source>
            <translation>بلا مركبة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::DriverPanel</name>
        <message>
            <source>Why</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Assign a driver to %1</source>
            <translation>تعيين سائق إلى %1</translation>
        </message>
        <message>
            <source>Give %1 to another driver</source>
            <translation>تسليم %1 إلى سائق آخر</translation>
        </message>
        <message>
            <source>Assign driver</source>
            <translation>تعيين السائق</translation>
        </message>
        <message>
            <source>Switch driver</source>
            <translation>تبديل السائق</translation>
        </message>
        <message>
            <source>%1 units to carry</source>
            <translation>%1 وحدة للنقل</translation>
        </message>
        <message>
            <source>Name, van or phone</source>
            <translation>الاسم أو المركبة أو الهاتف</translation>
        </message>
        <message>
            <source>Drivers</source>
            <translation>السائقون</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Kept on the server with the change.</source>
            <translation>يُحفظ على الخادم مع التغيير.</translation>
        </message>
        <message>
            <source>Nobody of that name is known here.</source>
            <translation>لا أحد معروف هنا بهذا الاسم.</translation>
        </message>
        <message>
            <source>Choose a driver first.</source>
            <translation>اختر سائقًا أولًا.</translation>
        </message>
        <message>
            <source>This driver has it already.</source>
            <translation>هي عند هذا السائق أصلًا.</translation>
        </message>
        <message>
            <source>Say why: the server keeps the reason.</source>
            <translation>اذكر السبب: الخادم يحفظه.</translation>
        </message>
        <message>
            <source>The reason is longer than %L1 characters.</source>
            <translation>السبب أطول من %L1 حرف.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::EndpointField</name>
        <message>
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>City</source>
            <translation>المدينة</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>خط العرض</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>خط الطول</translation>
        </message>
        <message>
            <source>Contact phone</source>
            <translation>هاتف التواصل</translation>
        </message>
        <message>
            <source>Choose a warehouse</source>
            <translation>اختر مستودعًا</translation>
        </message>
        <message>
            <source>An address…</source>
            <translation>عنوان…</translation>
        </message>
        <message>
            <source>Choose a warehouse or give an address.</source>
            <translation>اختر مستودعًا أو اكتب عنوانًا.</translation>
        </message>
        <message>
            <source>The address is missing.</source>
            <translation>العنوان ناقص.</translation>
        </message>
        <message>
            <source>A number from −90 to 90.</source>
            <translation>رقم من ‎−90 إلى 90.</translation>
        </message>
        <message>
            <source>A number from −180 to 180.</source>
            <translation>رقم من ‎−180 إلى 180.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ErrorListModel</name>
        <message>
            <source>Last errors</source>
            <translation>آخر الأخطاء</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>التفاصيل</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ExpiredSession</name>
        <message>
            <source>Type your password.</source>
            <translation>اكتب كلمة المرور.</translation>
        </message>
        <message>
            <source>This password is not right.</source>
            <translation>كلمة المرور هذه غير صحيحة.</translation>
        </message>
        <message>
            <source>Your session has ended. You can go on working; it is sent once you have signed in again.</source>
            <translation>انتهت جلستك. يمكنك متابعة العمل؛ يُرسل حالما تسجّل الدخول من جديد.</translation>
        </message>
        <message>
            <source>Sign in again…</source>
            <translation>سجّل الدخول مجددًا…</translation>
        </message>
        <message>
            <source>Your session has ended</source>
            <translation>انتهت جلستك</translation>
        </message>
        <message>
            <source>Nothing is lost: everything you did is kept on this computer and is sent once you have signed in again.</source>
            <translation>لم يضِع شيء: كل ما فعلته محفوظ على هذا الحاسوب ويُرسل حالما تسجّل الدخول من جديد.</translation>
        </message>
        <message>
            <source>Nothing is lost: everything you did is kept on this computer and is sent once you have signed in again as %1.</source>
            <translation>لم يضِع شيء: كل ما فعلته محفوظ على هذا الحاسوب ويُرسل حالما تسجّل الدخول من جديد باسم %1.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>كلمة المرور</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>تسجيل الدخول</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>لاحقًا</translation>
        </message>
        <message>
            <source>Someone else…</source>
            <translation>شخص آخر…</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::HandOverPanel</name>
        <message>
            <source>Hand %1 to a colleague</source>
            <translation>تسليم %1 إلى زميل</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>تسليم</translation>
        </message>
        <message>
            <source>Nobody: leave it to whoever takes it</source>
            <translation>لا أحد: يُترك لمن يأخذه</translation>
        </message>
        <message>
            <source>Who sees to it</source>
            <translation>من يتولاه</translation>
        </message>
        <message>
            <source>Choose a colleague first.</source>
            <translation>اختر زميلًا أولًا.</translation>
        </message>
        <message>
            <source>This colleague has it already.</source>
            <translation>هو عند هذا الزميل من قبل.</translation>
        </message>
        <message>
            <source>Nobody has it now.</source>
            <translation>ليس عند أحد الآن.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ImportPage</name>
        <message>
            <source>Do the next step</source>
            <translation>نفّذ الخطوة التالية</translation>
        </message>
        <message>
            <source>Put the cell right</source>
            <translation>صحّح الخلية</translation>
        </message>
        <message>
            <source>Back to the parcels; what was read and corrected is kept</source>
            <translation>عودة إلى الطرود؛ يُحفظ ما قُرئ وما صُحّح</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>اختر ملفًا…</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>اقرأ الملف</translation>
        </message>
        <message>
            <source>Send the parcels</source>
            <translation>أرسل الطرود</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>أوقف</translation>
        </message>
        <message>
            <source>Forget this import</source>
            <translation>انسَ هذا الإدخال</translation>
        </message>
        <message>
            <source>The first line names the columns</source>
            <translation>السطر الأول يسمي الأعمدة</translation>
        </message>
        <message>
            <source>What the columns mean</source>
            <translation>ما تعنيه الأعمدة</translation>
        </message>
        <message>
            <source>The beginning of the file</source>
            <translation>بداية الملف</translation>
        </message>
        <message>
            <source>Rows that cannot go as they are</source>
            <translation>صفوف لا يمكن أن تُرسل كما هي</translation>
        </message>
        <message>
            <source>How far it has come</source>
            <translation>إلى أين وصل</translation>
        </message>
        <message>
            <source>Every parcel is picked up at</source>
            <translation>كل طرد يُستلم من</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>الترميز</translation>
        </message>
        <message>
            <source>Columns are parted by</source>
            <translation>تفصل الأعمدةَ</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>فاصلة</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>فاصلة منقوطة</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>علامة جدولة</translation>
        </message>
        <message>
            <source>bar |</source>
            <translation>خط عمودي |</translation>
        </message>
        <message>
            <source>Some bytes mean nothing in this encoding.</source>
            <translation>بعض البايتات لا معنى لها بهذا الترميز.</translation>
        </message>
        <message>
            <source>Guessed from the file; change what is not right.</source>
            <translation>خُمّن من الملف؛ غيّر ما ليس صحيحًا.</translation>
        </message>
        <message>
            <source>The encoding is a guess: see whether the names read well.</source>
            <translation>الترميز تخمين: انظر هل تُقرأ الأسماء جيدًا.</translation>
        </message>
        <message>
            <source>No file chosen</source>
            <translation>لم يُختر ملف</translation>
        </message>
        <message>
            <source>Choose a merchant&apos;s file</source>
            <translation>اختر ملف تاجر</translation>
        </message>
        <message>
            <source>CSV or text with one parcel to a line. It is read and shown before anything is sent.</source>
            <translation>CSV أو نص، طرد في كل سطر. يُقرأ ويُعرض قبل إرسال أي شيء.</translation>
        </message>
        <message>
            <source>Column %1</source>
            <translation>العمود %1</translation>
        </message>
        <message>
            <source>leave it out</source>
            <translation>اتركه</translation>
        </message>
        <message>
            <source>guessed from what stands in it</source>
            <translation>خُمّن مما فيه</translation>
        </message>
        <message>
            <source>Put the rows right here, or send without them: they stay in this list.</source>
            <translation>صحّح الصفوف هنا، أو أرسل من دونها: تبقى في هذه القائمة.</translation>
        </message>
        <message>
            <source>%1 rows read</source>
            <translation>قُرئ %1 صفًا</translation>
        </message>
        <message>
            <source>%1 of %2 rows</source>
            <translation>%1 من %2 صفًا</translation>
        </message>
        <message>
            <source>%1 are parcels now</source>
            <translation>صار %1 طرودًا</translation>
        </message>
        <message>
            <source>%1 refused</source>
            <translation>رُفض %1</translation>
        </message>
        <message>
            <source>%1 to put right</source>
            <translation>للتصحيح %1</translation>
        </message>
        <message>
            <source>Nothing to put right</source>
            <translation>لا شيء للتصحيح</translation>
        </message>
        <message>
            <source>Every row of the file has become a parcel.</source>
            <translation>كل صف في الملف صار طردًا.</translation>
        </message>
        <message>
            <source>Every row of the file can go as it is.</source>
            <translation>كل صف في الملف يمكن أن يُرسل كما هو.</translation>
        </message>
        <message>
            <source>Choose a file first.</source>
            <translation>اختر ملفًا أولًا.</translation>
        </message>
        <message>
            <source>It is under way.</source>
            <translation>العمل جارٍ.</translation>
        </message>
        <message>
            <source>Say which column holds the address.</source>
            <translation>حدد العمود الذي فيه العنوان.</translation>
        </message>
        <message>
            <source>A part of it is sent already; it goes on from there.</source>
            <translation>أُرسل جزء منه من قبل؛ يتابع من هناك.</translation>
        </message>
        <message>
            <source>Read the file first.</source>
            <translation>اقرأ الملف أولًا.</translation>
        </message>
        <message>
            <source>Something was changed: read the file again.</source>
            <translation>تغيّر شيء: اقرأ الملف مرة أخرى.</translation>
        </message>
        <message>
            <source>There is nothing left to send.</source>
            <translation>لم يبق شيء للإرسال.</translation>
        </message>
        <message>
            <source>Nothing is under way.</source>
            <translation>لا شيء جارٍ.</translation>
        </message>
        <message>
            <source>Stop it first.</source>
            <translation>أوقفه أولًا.</translation>
        </message>
        <message>
            <source>Bring in a file</source>
            <translation>إدخال ملف</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::KeysSheet</name>
        <message>
            <source>Everywhere</source>
            <translation>في كل مكان</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>المفاتيح</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::MainWindow</name>
        <message>
            <source>%1 — Waydesk</source>
            <translation>%1 — Waydesk</translation>
        </message>
        <message>
            <source>Close, or go back</source>
            <translation>أغلق أو ارجع</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>ابحث عن أي شيء</translation>
        </message>
        <message>
            <source>Keys of this page</source>
            <translation>مفاتيح هذه الصفحة</translation>
        </message>
        <message>
            <source>Do the main thing of this page</source>
            <translation>نفّذ الإجراء الرئيسي في هذه الصفحة</translation>
        </message>
        <message>
            <source>Fold or widen the rail</source>
            <translation>اطوِ الشريط أو وسّعه</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>الإعدادات…</translation>
        </message>
        <message>
            <source>Turn light or dark</source>
            <translation>بدّل بين الفاتح والداكن</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>اذهب إلى %1</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::MapPage</name>
        <message>
            <source>The server did not tell where they were. Live shows what is known here.</source>
            <translation>لم يخبر الخادم أين كانوا. العرض المباشر يُظهر ما هو معروف هنا.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln driver(s) on a trip, not heard of</source>
            <translation>
                <numerusform>لا سائقين في رحلة ولا أخبار عنهم</numerusform>
                <numerusform>سائق واحد في رحلة ولا أخبار عنهم</numerusform>
                <numerusform>سائقان في رحلة ولا أخبار عنهم</numerusform>
                <numerusform>%Ln سائقين في رحلة ولا أخبار عنهم</numerusform>
                <numerusform>%Ln سائقًا في رحلة ولا أخبار عنهم</numerusform>
                <numerusform>%Ln سائق في رحلة ولا أخبار عنهم</numerusform>
            </translation>
        </message>
        <message>
            <source>Everybody on a trip is heard of</source>
            <translation>أخبار كل من في رحلة حاضرة</translation>
        </message>
        <message>
            <source>No driver matches</source>
            <translation>لا سائق مطابق</translation>
        </message>
        <message>
            <source>Remove a word of the filter.</source>
            <translation>احذف كلمة من التصفية.</translation>
        </message>
        <message>
            <source>No drivers yet</source>
            <translation>لا سائقين بعد</translation>
        </message>
        <message>
            <source>The server has told of none. They appear here as soon as it does.</source>
            <translation>لم يخبر الخادم عن أحد. يظهرون هنا حالما يفعل.</translation>
        </message>
        <message>
            <source>Show the chosen trip, or everybody</source>
            <translation>أظهر الرحلة المختارة أو الجميع</translation>
        </message>
        <message>
            <source>Follow the chosen driver</source>
            <translation>اتبع السائق المختار</translation>
        </message>
        <message>
            <source>Play back today, pause</source>
            <translation>أعد عرض اليوم، أوقف مؤقتًا</translation>
        </message>
        <message>
            <source>A map of its own, for a second screen</source>
            <translation>خريطة مستقلة لشاشة ثانية</translation>
        </message>
        <message>
            <source>Bring the chosen driver to the middle</source>
            <translation>ضع السائق المختار في الوسط</translation>
        </message>
        <message>
            <source>Acknowledge the alarm</source>
            <translation>أقرّ بالتنبيه</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>تصفية القائمة</translation>
        </message>
        <message>
            <source>Nearer, farther</source>
            <translation>أقرب، أبعد</translation>
        </message>
        <message>
            <source>Drivers</source>
            <translation>السائقون</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>التنبيهات</translation>
        </message>
        <message>
            <source>All is well</source>
            <translation>كل شيء على ما يرام</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>أقرّ</translation>
        </message>
        <message>
            <source>Beside the map</source>
            <translation>بجانب الخريطة</translation>
        </message>
        <message>
            <source>Driver, van or trip</source>
            <translation>السائق أو المركبة أو الرحلة</translation>
        </message>
        <message>
            <source>Filter of the list</source>
            <translation>تصفية القائمة</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>ملاءمة</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>اتباع</translation>
        </message>
        <message>
            <source>The map keeps the chosen driver in its middle</source>
            <translation>تُبقي الخريطة السائق المختار في وسطها</translation>
        </message>
        <message>
            <source>Play back today</source>
            <translation>أعد عرض اليوم</translation>
        </message>
        <message>
            <source>Tear off</source>
            <translation>افصل النافذة</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>الخريطة</translation>
        </message>
        <message>
            <source>Choose a driver first who has been seen</source>
            <translation>اختر أولًا سائقًا شوهد</translation>
        </message>
        <message>
            <source>Choose an alarm that wants a look, under Alarms.</source>
            <translation>اختر تنبيهًا ينتظر النظر، تحت التنبيهات.</translation>
        </message>
        <message>
            <source>Choose an alarm first, under Alarms.</source>
            <translation>اختر تنبيهًا أولًا، تحت التنبيهات.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>أظهر</translation>
        </message>
        <message>
            <source>Asking where they were today…</source>
            <translation>يُسأل أين كانوا اليوم…</translation>
        </message>
        <message>
            <source>Nobody was seen today.</source>
            <translation>لم يُرَ أحد اليوم.</translation>
        </message>
        <message>
            <source>the list shows now</source>
            <translation>القائمة تُظهر الآن</translation>
        </message>
        <message>
            <source>only until %1</source>
            <translation>حتى %1 فقط</translation>
        </message>
        <message>
            <source>Zones, shown or not</source>
            <translation>إظهار المناطق أو إخفاؤها</translation>
        </message>
        <message>
            <source>Snooze the alarm: 10 minutes; with Shift 30, with Ctrl and Shift 60</source>
            <translation>تأجيل التنبيه: 10 دقائق؛ مع Shift ‏30، ومع Ctrl وShift ‏60</translation>
        </message>
        <message>
            <source>Measure: click points, Backspace takes one back, Esc ends</source>
            <translation>القياس: انقر نقاطًا، Backspace يسحب آخرها، Esc ينهي</translation>
        </message>
        <message>
            <source>Who falls silent on a trip, stands too long, leaves the way, carries too much cash or comes too late stands here, and returns that wait.</source>
            <translation>يظهر هنا من ينقطع خبره في رحلة أو يتوقف طويلًا أو يحيد عن الطريق أو يحمل نقدًا أكثر من اللازم أو يتأخر، وكذلك طلبات الإرجاع المنتظرة.</translation>
        </message>
        <message>
            <source>Snooze for</source>
            <translation>تأجيل لمدة</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 د</translation>
        </message>
        <message numerus="yes">
            <source>Snooze the alarm for %Ln minute(s)</source>
            <translation>
                <numerusform>تأجيل التنبيه 0 دقيقة</numerusform>
                <numerusform>تأجيل التنبيه دقيقة واحدة</numerusform>
                <numerusform>تأجيل التنبيه دقيقتين</numerusform>
                <numerusform>تأجيل التنبيه %Ln دقائق</numerusform>
                <numerusform>تأجيل التنبيه %Ln دقيقة</numerusform>
                <numerusform>تأجيل التنبيه %Ln دقيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>المناطق</translation>
        </message>
        <message>
            <source>The depot&apos;s zones, shown or not</source>
            <translation>مناطق المستودع، ظاهرة أو مخفية</translation>
        </message>
        <message>
            <source>The server has told of no zone with its place.</source>
            <translation>لم يذكر الخادم أي منطقة مع موقعها.</translation>
        </message>
        <message>
            <source>Choose an alarm to read what is wrong and why.</source>
            <translation>اختر تنبيهًا لتقرأ ما الخطأ وسببه.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln alarm(s) want a look</source>
            <translation>
                <numerusform>لا تنبيهات تنتظر نظرك</numerusform>
                <numerusform>تنبيه واحد ينتظر نظرك</numerusform>
                <numerusform>تنبيهان ينتظران نظرك</numerusform>
                <numerusform>%Ln تنبيهات تنتظر نظرك</numerusform>
                <numerusform>%Ln تنبيهًا ينتظر نظرك</numerusform>
                <numerusform>%Ln تنبيه ينتظر نظرك</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::MapView</name>
        <message>
            <source>Map</source>
            <translation>الخريطة</translation>
        </message>
        <message>
            <source>Arrow keys move it, plus and minus zoom.</source>
            <translation>تحرّكها مفاتيح الأسهم، ويقرّبها ويبعدها زائد وناقص.</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 م</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 كم</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::MeasureLayer</name>
        <message>
            <source>%1 m</source>
            <translation>%1 م</translation>
        </message>
        <message>
            <source>%1 ft</source>
            <translation>%1 قدم</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 كم</translation>
        </message>
        <message>
            <source>%1 mi</source>
            <translation>%1 ميل</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>%1 إجمالًا</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Measuring</name>
        <message>
            <source>Measure</source>
            <translation>قياس</translation>
        </message>
        <message>
            <source>Click points on the map: how far it is between them, as the crow flies</source>
            <translation>انقر نقاطًا على الخريطة: المسافة بينها في خط مستقيم</translation>
        </message>
        <message>
            <source>Take the last measured point back</source>
            <translation>سحب آخر نقطة قياس</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::NextStepPanel</name>
        <message>
            <source>What comes next</source>
            <translation>ما التالي</translation>
        </message>
        <message>
            <source>At</source>
            <translation>في</translation>
        </message>
        <message>
            <source>Next action for %1</source>
            <translation>الخطوة التالية لـ %1</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>حفظ</translation>
        </message>
        <message>
            <source>As it is: %1</source>
            <translation>كما هو: %1</translation>
        </message>
        <message>
            <source>No due time</source>
            <translation>بلا موعد</translation>
        </message>
        <message>
            <source>In two hours</source>
            <translation>بعد ساعتين</translation>
        </message>
        <message>
            <source>Today at %1</source>
            <translation>اليوم %1</translation>
        </message>
        <message>
            <source>Tomorrow at %1</source>
            <translation>غدًا %1</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>وقت آخر…</translation>
        </message>
        <message>
            <source>Due at</source>
            <translation>الموعد</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>حتى متى</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>لم يتغير شيء بعد.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::OtherDesk</name>
        <message>
            <source>Waydesk</source>
            <translation>Waydesk</translation>
        </message>
        <message>
            <source>Another desk is already open on this data</source>
            <translation>مكتب آخر مفتوح على هذه البيانات</translation>
        </message>
        <message>
            <source>Two desks on the same data could send the same thing twice. Use the one that is open, or close it and try again. For a second desk on this computer, start Waydesk with another --data-dir.</source>
            <translation>قد يرسل مكتبان على البيانات نفسها الشيء مرتين. استعمل المفتوح، أو أغلقه وحاول مجددًا. ولمكتب ثانٍ على هذا الحاسوب شغّل Waydesk مع ‎--data-dir آخر.</translation>
        </message>
        <message>
            <source>This data is of a newer Waydesk</source>
            <translation>هذه البيانات لإصدار أحدث من Waydesk</translation>
        </message>
        <message>
            <source>It is left untouched. Install the newer Waydesk again, or choose another --data-dir.</source>
            <translation>تُركت كما هي. ثبّت الإصدار الأحدث من جديد، أو اختر ‎--data-dir آخر.</translation>
        </message>
        <message>
            <source>The data folder cannot be used</source>
            <translation>لا يمكن استعمال مجلد البيانات</translation>
        </message>
        <message>
            <source>Waydesk may not write there, or the disk is full. Nothing was changed.</source>
            <translation>لا يحق لـ Waydesk الكتابة هناك، أو القرص ممتلئ. لم يتغير شيء.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مجددًا</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>إنهاء</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Palette</name>
        <message>
            <source>Nothing called “%1” is known on this desk.</source>
            <translation>لا شيء باسم «%1» معروف على هذا المكتب.</translation>
        </message>
        <message>
            <source>A waybill, a parcel, a driver, a customer, or what to do</source>
            <translation>بوليصة أو طرد أو سائق أو زبون أو ما تريد فعله</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>ابحث عن أي شيء</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>ما وُجد</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Panel</name>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>أغلق (Esc)</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ParcelEndField</name>
        <message>
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Latitude, longitude</source>
            <translation>خط العرض، خط الطول</translation>
        </message>
        <message>
            <source>Map. Click the place, or bring it to the middle and press Enter</source>
            <translation>خريطة. انقر المكان، أو اجعله في الوسط واضغط Enter</translation>
        </message>
        <message>
            <source>Or click it on the map; with the keys, Enter takes the middle.</source>
            <translation>أو انقره على الخريطة؛ وبالمفاتيح يأخذ Enter الوسط.</translation>
        </message>
        <message>
            <source>Choose a warehouse</source>
            <translation>اختر مستودعًا</translation>
        </message>
        <message>
            <source>An address…</source>
            <translation>عنوان…</translation>
        </message>
        <message>
            <source>Choose a warehouse or give an address.</source>
            <translation>اختر مستودعًا أو أدخل عنوانًا.</translation>
        </message>
        <message>
            <source>The address is missing.</source>
            <translation>العنوان ناقص.</translation>
        </message>
        <message>
            <source>Where it is on the map is missing.</source>
            <translation>موقعه على الخريطة ناقص.</translation>
        </message>
        <message>
            <source>Two numbers: latitude from −90 to 90, longitude from −180 to 180.</source>
            <translation>رقمان: خط العرض من −90 إلى 90، وخط الطول من −180 إلى 180.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ParcelsPane</name>
        <message>
            <source>still reading…</source>
            <translation>ما زالت القراءة جارية…</translation>
        </message>
        <message>
            <source>No parcel matches</source>
            <translation>لا طرد يطابق</translation>
        </message>
        <message>
            <source>Remove a word of the filter, or choose another tab.</source>
            <translation>احذف كلمة من المرشّح أو اختر تبويبًا آخر.</translation>
        </message>
        <message>
            <source>No parcels yet</source>
            <translation>لا طرود بعد</translation>
        </message>
        <message>
            <source>Bring in a merchant&apos;s file. What the server tells appears here too.</source>
            <translation>أدخل ملف تاجر. ويظهر هنا أيضًا ما يخبر به الخادم.</translation>
        </message>
        <message>
            <source>All</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>Parcels by status</source>
            <translation>الطرود حسب الحالة</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>مرشّح</translation>
        </message>
        <message>
            <source>Filter of the table</source>
            <translation>مرشّح الجدول</translation>
        </message>
        <message>
            <source>For example  status:pending zone:ankawa waybill:none cod&gt;50000</source>
            <translation>مثلًا  status:pending zone:ankawa waybill:none cod&gt;50000</translation>
        </message>
        <message>
            <source>More for this table</source>
            <translation>المزيد لهذا الجدول</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>الأعمدة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::PastTabs</name>
        <message>
            <source>Reading what happened to it…</source>
            <translation>يُقرأ ما حدث له…</translation>
        </message>
        <message>
            <source>As it was read %1 ago. It is read again when the server answers.</source>
            <translation>كما قُرئ قبل %1. يُقرأ من جديد حين يجيب الخادم.</translation>
        </message>
        <message>
            <source>What happened to it was never read on this desk. It comes when the server answers.</source>
            <translation>لم يُقرأ ما حدث له على هذا المكتب قط. يأتي حين يجيب الخادم.</translation>
        </message>
        <message>
            <source>This is how it was read %1 ago.</source>
            <translation>هكذا قُرئ قبل %1.</translation>
        </message>
        <message>
            <source>This server does not tell what happened to a parcel. Here is what this desk knows itself.</source>
            <translation>لا يذكر هذا الخادم ما حدث للطرد. هذا ما يعرفه هذا المكتب نفسه.</translation>
        </message>
        <message>
            <source>The server has this parcel no more.</source>
            <translation>لم يعد هذا الطرد عند الخادم.</translation>
        </message>
        <message>
            <source>No proof of delivery</source>
            <translation>لا إثبات تسليم</translation>
        </message>
        <message>
            <source>The server holds no signature and no photo for this parcel.</source>
            <translation>لا يحتفظ الخادم بتوقيع ولا صورة لهذا الطرد.</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>ما حدث</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>الإثبات</translation>
        </message>
        <message>
            <source>What happened to this parcel</source>
            <translation>ما حدث لهذا الطرد</translation>
        </message>
        <message>
            <source>Pictures of this parcel&apos;s proof</source>
            <translation>صور إثبات هذا الطرد</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::PlaybackBar</name>
        <message>
            <source>Play back today</source>
            <translation>أعد عرض اليوم</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>مباشر</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>إيقاف مؤقت</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>تشغيل</translation>
        </message>
        <message>
            <source>How many times faster than it was</source>
            <translation>كم مرة أسرع مما كان</translation>
        </message>
        <message>
            <source>Moment of today</source>
            <translation>لحظة من اليوم</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ProofList</name>
        <message>
            <source>Reading…</source>
            <translation>تُقرأ…</translation>
        </message>
        <message>
            <source>Not a picture</source>
            <translation>ليست صورة</translation>
        </message>
        <message>
            <source>Comes when the server answers</source>
            <translation>تأتي حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Could not be read</source>
            <translation>تعذّرت قراءتها</translation>
        </message>
        <message>
            <source>On another server. Open it to fetch it.</source>
            <translation>على خادم آخر. افتحها لجلبها.</translation>
        </message>
        <message>
            <source>Its address is not safe</source>
            <translation>عنوانها غير آمن</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ProofViewer</name>
        <message>
            <source>Reading the picture…</source>
            <translation>تُقرأ الصورة…</translation>
        </message>
        <message>
            <source>What the server gave is not a picture that can be shown. It can be saved as it is.</source>
            <translation>ما أعطاه الخادم ليس صورة يمكن عرضها. يمكن حفظه كما هو.</translation>
        </message>
        <message>
            <source>What lies at this address is not a picture.</source>
            <translation>ما في هذا العنوان ليس صورة.</translation>
        </message>
        <message>
            <source>The picture could not be read. %1</source>
            <translation>تعذّرت قراءة الصورة. %1</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>أعد المحاولة</translation>
        </message>
        <message>
            <source>This picture lies on another server, %1. It is fetched only when you ask for it.</source>
            <translation>هذه الصورة على خادم آخر، %1. لا تُجلب إلا حين تطلبها.</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>اجلبها</translation>
        </message>
        <message>
            <source>The address of this picture is not safe to open, so it is not fetched.</source>
            <translation>عنوان هذه الصورة غير آمن للفتح، فلا تُجلب.</translation>
        </message>
        <message>
            <source>kept on this desk %1</source>
            <translation>محفوظة على هذا المكتب %1</translation>
        </message>
        <message>
            <source>%1 (%2 of %3)</source>
            <comment>what it is, its place among the pictures</comment>
            <translation>%1 (%2 من %3)</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>حُفظت باسم %1</translation>
        </message>
        <message>
            <source>It could not be saved there. Is the disk full?</source>
            <translation>تعذّر حفظها هناك. هل القرص ممتلئ؟</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>الصورة السابقة</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>الصورة التالية</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>أصغر</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>أكبر</translation>
        </message>
        <message>
            <source>Fit to the window</source>
            <translation>ملاءمة النافذة</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>تدوير لليسار</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>تدوير لليمين</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>حفظ الصورة…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Questions</name>
        <message>
            <source>its parcels</source>
            <translation>طرودها</translation>
        </message>
        <message>
            <source>Receive %1?</source>
            <translation>استلام %1؟</translation>
        </message>
        <message>
            <source>Every present parcel becomes delivered: %1. If some are missing, return or detach them first; afterwards the server does not take them back.</source>
            <translation>كل طرد حاضر يصبح مُسلَّمًا: %1. إن كان بعضها ناقصًا فأرجِعه أو أخرِجه أولًا؛ فالخادم لا يسترجعه بعد ذلك.</translation>
        </message>
        <message>
            <source>Receive</source>
            <translation>استلام</translation>
        </message>
        <message>
            <source>Cancel %1?</source>
            <translation>إلغاء %1؟</translation>
        </message>
        <message>
            <source>The waybill is given up for good, and %1 become free for another one.</source>
            <translation>تُترك البوليصة نهائيًا، وتصبح %1 متاحة لأخرى.</translation>
        </message>
        <message>
            <source>Cancel the waybill</source>
            <translation>إلغاء البوليصة</translation>
        </message>
        <message>
            <source>Close %1?</source>
            <translation>إغلاق %1؟</translation>
        </message>
        <message>
            <source>A closed waybill can no longer be changed. Nothing happens to its parcels.</source>
            <translation>البوليصة المغلقة لا تتغير بعد ذلك. ولا يصيب طرودها شيء.</translation>
        </message>
        <message>
            <source>Close the waybill</source>
            <translation>إغلاق البوليصة</translation>
        </message>
        <message>
            <source>Hand %1 to the carrier?</source>
            <translation>تسليم %1 إلى الناقل؟</translation>
        </message>
        <message>
            <source>It goes on the road with %1. It can be received afterwards, but not cancelled.</source>
            <translation>تخرج إلى الطريق ومعها %1. يمكن استلامها بعد ذلك لا إلغاؤها.</translation>
        </message>
        <message>
            <source>Dispatch</source>
            <translation>إرسال</translation>
        </message>
        <message>
            <source>Take %1 from its driver?</source>
            <translation>سحب %1 من سائقها؟</translation>
        </message>
        <message>
            <source>%1 no longer has it. It stays sealed and can be given to another driver.</source>
            <translation>لم تعد عند %1. تبقى مختومة ويمكن تسليمها إلى سائق آخر.</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>استرجعه</translation>
        </message>
        <message>
            <source>Seal %1?</source>
            <translation>ختم %1؟</translation>
        </message>
        <message>
            <source>Its contents are locked: %1.</source>
            <translation>يُقفل محتواها: %1.</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>ختم</translation>
        </message>
        <message>
            <source>Seal several waybills</source>
            <translation>ختم عدة بوالص</translation>
        </message>
        <message>
            <source>Assign a driver to several waybills</source>
            <translation>تعيين سائق إلى عدة بوالص</translation>
        </message>
        <message>
            <source>Take several waybills from their drivers</source>
            <translation>سحب عدة بوالص من سائقيها</translation>
        </message>
        <message>
            <source>Dispatch several waybills</source>
            <translation>إرسال عدة بوالص</translation>
        </message>
        <message>
            <source>Receive several waybills: every present parcel becomes delivered</source>
            <translation>استلام عدة بوالص: كل طرد حاضر يصبح مُسلَّمًا</translation>
        </message>
        <message>
            <source>Close several waybills</source>
            <translation>إغلاق عدة بوالص</translation>
        </message>
        <message>
            <source>Cancel several waybills: their parcels become free</source>
            <translation>إلغاء عدة بوالص: تصبح طرودها متاحة</translation>
        </message>
        <message>
            <source>Delete empty drafts</source>
            <translation>حذف المسودات الفارغة</translation>
        </message>
        <message numerus="yes">
            <source>Seal %n</source>
            <translation>
                <numerusform>ختم لا بوالص</numerusform>
                <numerusform>ختم بوليصة واحدة</numerusform>
                <numerusform>ختم بوليصتين</numerusform>
                <numerusform>ختم %n بوالص</numerusform>
                <numerusform>ختم %n بوليصة</numerusform>
                <numerusform>ختم %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Assign to %n</source>
            <translation>
                <numerusform>تعيين إلى لا بوالص</numerusform>
                <numerusform>تعيين إلى بوليصة واحدة</numerusform>
                <numerusform>تعيين إلى بوليصتين</numerusform>
                <numerusform>تعيين إلى %n بوالص</numerusform>
                <numerusform>تعيين إلى %n بوليصة</numerusform>
                <numerusform>تعيين إلى %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take back %n</source>
            <translation>
                <numerusform>سحب لا بوالص</numerusform>
                <numerusform>سحب بوليصة واحدة</numerusform>
                <numerusform>سحب بوليصتين</numerusform>
                <numerusform>سحب %n بوالص</numerusform>
                <numerusform>سحب %n بوليصة</numerusform>
                <numerusform>سحب %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Dispatch %n</source>
            <translation>
                <numerusform>إرسال لا بوالص</numerusform>
                <numerusform>إرسال بوليصة واحدة</numerusform>
                <numerusform>إرسال بوليصتين</numerusform>
                <numerusform>إرسال %n بوالص</numerusform>
                <numerusform>إرسال %n بوليصة</numerusform>
                <numerusform>إرسال %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Receive %n</source>
            <translation>
                <numerusform>استلام لا بوالص</numerusform>
                <numerusform>استلام بوليصة واحدة</numerusform>
                <numerusform>استلام بوليصتين</numerusform>
                <numerusform>استلام %n بوالص</numerusform>
                <numerusform>استلام %n بوليصة</numerusform>
                <numerusform>استلام %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Close %n</source>
            <translation>
                <numerusform>إغلاق لا بوالص</numerusform>
                <numerusform>إغلاق بوليصة واحدة</numerusform>
                <numerusform>إغلاق بوليصتين</numerusform>
                <numerusform>إغلاق %n بوالص</numerusform>
                <numerusform>إغلاق %n بوليصة</numerusform>
                <numerusform>إغلاق %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancel %n</source>
            <translation>
                <numerusform>إلغاء لا بوالص</numerusform>
                <numerusform>إلغاء بوليصة واحدة</numerusform>
                <numerusform>إلغاء بوليصتين</numerusform>
                <numerusform>إلغاء %n بوالص</numerusform>
                <numerusform>إلغاء %n بوليصة</numerusform>
                <numerusform>إلغاء %n بوليصة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n</source>
            <translation>
                <numerusform>حذف لا بوالص</numerusform>
                <numerusform>حذف بوليصة واحدة</numerusform>
                <numerusform>حذف بوليصتين</numerusform>
                <numerusform>حذف %n بوالص</numerusform>
                <numerusform>حذف %n بوليصة</numerusform>
                <numerusform>حذف %n بوليصة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::QueuePane</name>
        <message>
            <source>%1: saved here, sent when the server answers</source>
            <translation>%1: حُفظ هنا ويُرسل حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>%1: could not be saved on this desk&apos;s disk</source>
            <translation>%1: تعذّر حفظه على قرص هذا المكتب</translation>
        </message>
        <message>
            <source>the first %1 are shown; filter to reach others</source>
            <translation>يُعرض أول %1؛ رشّح للوصول إلى غيرها</translation>
        </message>
        <message>
            <source>this server keeps no such queue</source>
            <translation>لا يحفظ هذا الخادم قائمة كهذه</translation>
        </message>
        <message>
            <source>heard whole %1</source>
            <translation>سُمعت كاملة %1</translation>
        </message>
        <message>
            <source>not heard yet</source>
            <translation>لم تُسمع بعد</translation>
        </message>
        <message>
            <source>Filter the table</source>
            <translation>ترشيح الجدول</translation>
        </message>
        <message>
            <source>Read again from the server</source>
            <translation>القراءة من الخادم من جديد</translation>
        </message>
        <message>
            <source>Copy the rows as they are seen</source>
            <translation>نسخ الصفوف كما تُرى</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>ترشيح</translation>
        </message>
        <message>
            <source>Filter of the table</source>
            <translation>مرشّح الجدول</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Rail</name>
        <message>
            <source>Pages</source>
            <translation>الصفحات</translation>
        </message>
        <message>
            <source>Widen the rail</source>
            <translation>وسّع الشريط</translation>
        </message>
        <message>
            <source>Fold the rail</source>
            <translation>اطوِ الشريط</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::RaiseCasePanel</name>
        <message>
            <source>In short</source>
            <translation>باختصار</translation>
        </message>
        <message>
            <source>Raise an exception of %1</source>
            <translation>تسجيل استثناء للطرد %1</translation>
        </message>
        <message>
            <source>Raise it</source>
            <translation>تسجيله</translation>
        </message>
        <message>
            <source>What everybody reads in the queue.</source>
            <translation>ما يقرؤه الجميع في القائمة.</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>ما حدث</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Say what happened.</source>
            <translation>قل ما حدث.</translation>
        </message>
        <message numerus="yes">
            <source>The notes are longer than %Ln character(s).</source>
            <translation>
                <numerusform>الملاحظات أطول من 0 حرف.</numerusform>
                <numerusform>الملاحظات أطول من حرف واحد.</numerusform>
                <numerusform>الملاحظات أطول من حرفين.</numerusform>
                <numerusform>الملاحظات أطول من %Ln أحرف.</numerusform>
                <numerusform>الملاحظات أطول من %Ln حرفًا.</numerusform>
                <numerusform>الملاحظات أطول من %Ln حرف.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ResolvePanel</name>
        <message numerus="yes">
            <source>Longer than %Ln character(s).</source>
            <translation>
                <numerusform>أطول من 0 حرف.</numerusform>
                <numerusform>أطول من حرف واحد.</numerusform>
                <numerusform>أطول من حرفين.</numerusform>
                <numerusform>أطول من %Ln أحرف.</numerusform>
                <numerusform>أطول من %Ln حرفًا.</numerusform>
                <numerusform>أطول من %Ln حرف.</numerusform>
            </translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>ما جرى فعله</translation>
        </message>
        <message>
            <source>Resolve the exception of %1</source>
            <translation>حلّ استثناء %1</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>حلّ</translation>
        </message>
        <message>
            <source>Kept with the exception, for whoever asks later. It cannot be changed afterwards.</source>
            <translation>يُحفظ مع الاستثناء لمن يسأل لاحقًا. لا يمكن تغييره بعد ذلك.</translation>
        </message>
        <message>
            <source>Say what was done.</source>
            <translation>قل ما جرى فعله.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnPanel</name>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Return parcels of %1</source>
            <translation>إرجاع طرود %1</translation>
        </message>
        <message>
            <source>Choose the reason</source>
            <translation>اختر السبب</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Parcels that came back</source>
            <translation>الطرود العائدة</translation>
        </message>
        <message numerus="yes">
            <source>Return %n parcel(s)</source>
            <translation>
                <numerusform>إرجاع لا طرود</numerusform>
                <numerusform>إرجاع طرد واحد</numerusform>
                <numerusform>إرجاع طردين</numerusform>
                <numerusform>إرجاع %n طرود</numerusform>
                <numerusform>إرجاع %n طردًا</numerusform>
                <numerusform>إرجاع %n طرد</numerusform>
            </translation>
        </message>
        <message>
            <source>At most %L1 characters.</source>
            <translation>%L1 حرف على الأكثر.</translation>
        </message>
        <message>
            <source>Tick the parcels that came back.</source>
            <translation>أشّر على الطرود العائدة.</translation>
        </message>
        <message>
            <source>Choose the reason.</source>
            <translation>اختر السبب.</translation>
        </message>
        <message>
            <source>With all of its parcels returned, the waybill is closed.</source>
            <translation>بإرجاع كل طرودها تُغلق البوليصة.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnWishPanel</name>
        <message>
            <source>Why it shall come back</source>
            <translation>لماذا يجب أن يرجع</translation>
        </message>
        <message>
            <source>Ask for the return of %1</source>
            <translation>اطلب إرجاع %1</translation>
        </message>
        <message>
            <source>Ask for the return</source>
            <translation>اطلب الإرجاع</translation>
        </message>
        <message>
            <source>In your own words; whoever decides reads it.</source>
            <translation>بكلماتك؛ يقرؤها من يقرر.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>A reason is needed.</source>
            <translation>السبب مطلوب.</translation>
        </message>
        <message numerus="yes">
            <source>The reason is longer than %Ln character(s).</source>
            <translation>
                <numerusform>السبب أطول من %Ln حرف</numerusform>
                <numerusform>السبب أطول من حرف واحد</numerusform>
                <numerusform>السبب أطول من حرفين</numerusform>
                <numerusform>السبب أطول من %Ln أحرف</numerusform>
                <numerusform>السبب أطول من %Ln حرفًا</numerusform>
                <numerusform>السبب أطول من %Ln حرف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The notes are longer than %Ln character(s).</source>
            <translation>
                <numerusform>الملاحظات أطول من %Ln حرف</numerusform>
                <numerusform>الملاحظات أطول من حرف واحد</numerusform>
                <numerusform>الملاحظات أطول من حرفين</numerusform>
                <numerusform>الملاحظات أطول من %Ln أحرف</numerusform>
                <numerusform>الملاحظات أطول من %Ln حرفًا</numerusform>
                <numerusform>الملاحظات أطول من %Ln حرف</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ReturnsPane</name>
        <message numerus="yes">
            <source>%Ln return(s)</source>
            <translation>
                <numerusform>لا إرجاعات</numerusform>
                <numerusform>إرجاع واحد</numerusform>
                <numerusform>إرجاعان</numerusform>
                <numerusform>%Ln إرجاعات</numerusform>
                <numerusform>%Ln إرجاعًا</numerusform>
                <numerusform>%Ln إرجاع</numerusform>
            </translation>
        </message>
        <message>
            <source>This server keeps no queue of returns</source>
            <translation>لا يحفظ هذا الخادم قائمة إرجاعات</translation>
        </message>
        <message>
            <source>It tells of returns in its trips only. Look under Returns of a trip.</source>
            <translation>يذكر الإرجاعات في رحلاته فقط. انظر «الإرجاعات» في رحلة.</translation>
        </message>
        <message>
            <source>No return matches</source>
            <translation>لا إرجاع مطابق</translation>
        </message>
        <message>
            <source>Remove a word of the filter.</source>
            <translation>احذف كلمة من المرشّح.</translation>
        </message>
        <message>
            <source>Nobody waits for an answer</source>
            <translation>لا أحد ينتظر جوابًا</translation>
        </message>
        <message>
            <source>Requests for a parcel&apos;s return appear here as soon as somebody asks.</source>
            <translation>تظهر هنا طلبات إرجاع الطرود حالما يطلبها أحد.</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>لا شيء بعد</translation>
        </message>
        <message>
            <source>What is answered is kept here.</source>
            <translation>يُحفظ هنا ما أُجيب عنه.</translation>
        </message>
        <message>
            <source>No return chosen</source>
            <translation>لم يُختر إرجاع</translation>
        </message>
        <message>
            <source>Choose one in the table to see why the parcel shall come back.</source>
            <translation>اختر واحدًا من الجدول لترى لماذا يُراد إرجاع الطرد.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>طُلب</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>طلبه</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>أُجيب</translation>
        </message>
        <message>
            <source>Answered by</source>
            <translation>أجاب عنه</translation>
        </message>
        <message>
            <source>Goes back as</source>
            <translation>يعود برقم</translation>
        </message>
        <message>
            <source>Parcel is</source>
            <translation>حالة الطرد</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>To collect</source>
            <translation>للتحصيل</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Trip</source>
            <translation>الرحلة</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>لم يُرسل بعد</translation>
        </message>
        <message>
            <source>heard %1</source>
            <translation>سُمع %1</translation>
        </message>
        <message>
            <source>Choose a return first.</source>
            <translation>اختر إرجاعًا أولًا.</translation>
        </message>
        <message>
            <source>None of them waits for an answer.</source>
            <translation>لا أحد منها ينتظر جوابًا.</translation>
        </message>
        <message>
            <source>Its parcel is in no trip.</source>
            <translation>طرده ليس في رحلة.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln return(s) approved</source>
            <translation>
                <numerusform>لم يوافَق على شيء</numerusform>
                <numerusform>وُوفق على إرجاع واحد</numerusform>
                <numerusform>وُوفق على إرجاعين</numerusform>
                <numerusform>وُوفق على %Ln إرجاعات</numerusform>
                <numerusform>وُوفق على %Ln إرجاعًا</numerusform>
                <numerusform>وُوفق على %Ln إرجاع</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln return(s) rejected</source>
            <translation>
                <numerusform>لم يُرفض شيء</numerusform>
                <numerusform>رُفض إرجاع واحد</numerusform>
                <numerusform>رُفض إرجاعان</numerusform>
                <numerusform>رُفضت %Ln إرجاعات</numerusform>
                <numerusform>رُفض %Ln إرجاعًا</numerusform>
                <numerusform>رُفض %Ln إرجاع</numerusform>
            </translation>
        </message>
        <message>
            <source>Return of %1 approved</source>
            <translation>وُوفق على إرجاع %1</translation>
        </message>
        <message>
            <source>Return of %1 rejected</source>
            <translation>رُفض إرجاع %1</translation>
        </message>
        <message>
            <source>Returns by status</source>
            <translation>الإرجاعات حسب حالتها</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>الإرجاعات</translation>
        </message>
        <message>
            <source>Parts of this return</source>
            <translation>أجزاء هذا الإرجاع</translation>
        </message>
        <message>
            <source>Open parcel</source>
            <translation>فتح الطرد</translation>
        </message>
        <message>
            <source>Open trip</source>
            <translation>فتح الرحلة</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>موافقة</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::RoadSettings</name>
        <message>
            <source>An address beginning with http:// or https://.</source>
            <translation>عنوان يبدأ بـ ⁦http://⁩ أو ⁦https://⁩.</translation>
        </message>
        <message>
            <source>Router for travel times (OSRM)</source>
            <translation>خادم أوقات الطريق (OSRM)</translation>
        </message>
        <message>
            <source>Empty: the way is guessed from the distance.</source>
            <translation>فارغ: يُقدَّر الطريق من المسافة.</translation>
        </message>
        <message>
            <source>min</source>
            <translation>د</translation>
        </message>
        <message>
            <source>m</source>
            <translation>م</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>التنبيهات</translation>
        </message>
        <message>
            <source>Not heard of for</source>
            <translation>بلا خبر منذ</translation>
        </message>
        <message>
            <source>Stands for</source>
            <translation>متوقف منذ</translation>
        </message>
        <message>
            <source>Off its way by</source>
            <translation>بعيد عن طريقه</translation>
        </message>
        <message>
            <source>Too much cash</source>
            <translation>نقد أكثر من اللازم</translation>
        </message>
        <message>
            <source>Late by more than</source>
            <translation>متأخر أكثر من</translation>
        </message>
        <message>
            <source>Look ahead: will be late</source>
            <translation>نظرة إلى الأمام: سيتأخر</translation>
        </message>
        <message>
            <source>A return waits for</source>
            <translation>إرجاع ينتظر منذ</translation>
        </message>
        <message>
            <source>A stop is late when its window has closed; one without a window when the next stop is behind the trip&apos;s own plan.</source>
            <translation>تتأخر المحطة حين ينقضي وقت زيارتها؛ وما لا وقت لها حين تتأخر المحطة التالية عن خطة الرحلة نفسها.</translation>
        </message>
        <message>
            <source>Volume of alarms</source>
            <translation>مستوى صوت التنبيهات</translation>
        </message>
        <message>
            <source>Alarms are silent</source>
            <translation>التنبيهات صامتة</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>تنبيه</translation>
        </message>
        <message>
            <source>Play “%1”</source>
            <translation>تشغيل «%1»</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SaveViewPanel</name>
        <message>
            <source>Save this view</source>
            <translation>احفظ هذا العرض</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Every waybill</source>
            <translation>كل بوليصة</translation>
        </message>
        <message>
            <source>Save view</source>
            <translation>احفظ العرض</translation>
        </message>
        <message>
            <source>Give it a name first.</source>
            <translation>سمِّه أولًا.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SavedViews</name>
        <message>
            <source>All waybills</source>
            <translation>كل البوالص</translation>
        </message>
        <message>
            <source>Made today</source>
            <translation>أُنشئت اليوم</translation>
        </message>
        <message>
            <source>Drafts to fill and seal</source>
            <translation>مسودات تُملأ وتُختم</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>على الطريق</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScanListModel</name>
        <message>
            <source>#</source>
            <translation>#</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>الحكم</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>الزبون</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>المنطقة</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Answered in</source>
            <translation>زمن الجواب</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScanStationPage</name>
        <message>
            <source>Waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>الوضع</translation>
        </message>
        <message>
            <source>Scanned codes</source>
            <translation>الرموز الممسوحة</translation>
        </message>
        <message>
            <source>Remove last</source>
            <translation>احذف الأخير</translation>
        </message>
        <message>
            <source>New waybill…</source>
            <translation>بوليصة جديدة…</translation>
        </message>
        <message>
            <source>Type a code, then Enter</source>
            <translation>اكتب رمزًا ثم Enter</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Type a parcel&apos;s code and press Enter. Backspace in the empty field removes the last scan.</source>
            <translation>اكتب رمز طرد واضغط Enter. ومفتاح المسح للخلف في الحقل الفارغ يحذف آخر مسح.</translation>
        </message>
        <message>
            <source>Other waybill</source>
            <translation>بوليصة أخرى</translation>
        </message>
        <message>
            <source>Build waybill</source>
            <translation>بناء بوليصة</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Which scanner is heard; set in Settings</source>
            <translation>أي ماسح يُسمع؛ يُضبط في الإعدادات</translation>
        </message>
        <message>
            <source>Nothing scanned yet</source>
            <translation>لم يُمسح شيء بعد</translation>
        </message>
        <message>
            <source>Each scan stands here with its verdict, and stays until it is attached.</source>
            <translation>كل مسح يقف هنا مع حكمه، ويبقى حتى يُضاف.</translation>
        </message>
        <message>
            <source>the new waybill</source>
            <translation>البوليصة الجديدة</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) attached; %1 will be sealed when the server answers</source>
            <translation>
                <numerusform>ستُختم %1 حين يجيب الخادم</numerusform>
                <numerusform>أُضيف طرد واحد؛ ستُختم %1 حين يجيب الخادم</numerusform>
                <numerusform>أُضيف طردان؛ ستُختم %1 حين يجيب الخادم</numerusform>
                <numerusform>أُضيفت %Ln طرود؛ ستُختم %1 حين يجيب الخادم</numerusform>
                <numerusform>أُضيف %Ln طردًا؛ ستُختم %1 حين يجيب الخادم</numerusform>
                <numerusform>أُضيف %Ln طرد؛ ستُختم %1 حين يجيب الخادم</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) attached to %1</source>
            <translation>
                <numerusform>لم يُضف شيء إلى %1</numerusform>
                <numerusform>أُضيف طرد واحد إلى %1</numerusform>
                <numerusform>أُضيف طردان إلى %1</numerusform>
                <numerusform>أُضيفت %Ln طرود إلى %1</numerusform>
                <numerusform>أُضيف %Ln طردًا إلى %1</numerusform>
                <numerusform>أُضيف %Ln طرد إلى %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was attached; everything scanned is still here. %1</source>
            <translation>لم يُضف شيء؛ كل ما مُسح ما زال هنا. %1</translation>
        </message>
        <message>
            <source>%1 may be attached after all: the server says so.</source>
            <translation>يمكن إضافة %1 رغم ذلك: هكذا يقول الخادم.</translation>
        </message>
        <message>
            <source>%1 is taken back: the server says “%2”.</source>
            <translation>سُحب %1: يقول الخادم «%2».</translation>
        </message>
        <message>
            <source>New waybill</source>
            <translation>بوليصة جديدة</translation>
        </message>
        <message>
            <source>Scan station</source>
            <translation>محطة المسح</translation>
        </message>
        <message>
            <source>Take the typed code</source>
            <translation>خذ الرمز المكتوب</translation>
        </message>
        <message>
            <source>In the empty field: remove the last scan</source>
            <translation>في الحقل الفارغ: احذف آخر مسح</translation>
        </message>
        <message>
            <source>Back; what is scanned is kept</source>
            <translation>رجوع؛ ويبقى ما مُسح</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>بناء</translation>
        </message>
        <message>
            <source>Nothing chosen yet</source>
            <translation>لم يُختر شيء بعد</translation>
        </message>
        <message>
            <source>Scan anything</source>
            <translation>امسح أي شيء</translation>
        </message>
        <message>
            <source>Choose a waybill</source>
            <translation>اختر بوليصة</translation>
        </message>
        <message>
            <source>the waybill</source>
            <translation>البوليصة</translation>
        </message>
        <message>
            <source>Attach to %1</source>
            <translation>أضف إلى %1</translation>
        </message>
        <message>
            <source>Attach %1 to %2</source>
            <translation>إضافة %1 إلى %2</translation>
        </message>
        <message>
            <source>Attach and seal</source>
            <translation>أضف واختم</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>ختم</translation>
        </message>
        <message>
            <source>Turn to “Build waybill” first</source>
            <translation>انتقل إلى «بناء بوليصة» أولًا</translation>
        </message>
        <message>
            <source>Nothing has been scanned yet</source>
            <translation>لم يُمسح شيء بعد</translation>
        </message>
        <message>
            <source>Also ready to be attached: %1</source>
            <translation>جاهز للإضافة أيضًا: %1</translation>
        </message>
        <message>
            <source>Scan a parcel, or type its code and press Enter</source>
            <translation>امسح طردًا، أو اكتب رمزه واضغط Enter</translation>
        </message>
        <message>
            <source>Shows which parcel it is and which waybill it is in. Nothing is changed.</source>
            <translation>يعرض أي طرد هو وفي أي بوليصة. لا يتغير شيء.</translation>
        </message>
        <message>
            <source>Choose a drafted waybill above, or make a new one.</source>
            <translation>اختر بوليصة مسودة في الأعلى، أو أنشئ جديدة.</translation>
        </message>
        <message>
            <source>No parcel is waiting to be attached just now.</source>
            <translation>لا طرد ينتظر الإضافة الآن.</translation>
        </message>
        <message>
            <source>Ready to be attached right now:  %1</source>
            <translation>جاهز للإضافة الآن:  %1</translation>
        </message>
        <message>
            <source>Scans are heard whatever has the focus.</source>
            <translation>يُسمع المسح أينما كان التركيز.</translation>
        </message>
        <message>
            <source>This desk has no data yet.</source>
            <translation>ليس لدى هذا المكتب بيانات بعد.</translation>
        </message>
        <message>
            <source>Verdicts come from this desk&apos;s own data, %1 old, and are checked again by the server.</source>
            <translation>تأتي الأحكام من بيانات هذا المكتب، وعمرها %1، ويتحقق منها الخادم.</translation>
        </message>
        <message>
            <source>Offline: verdicts come from this desk&apos;s own data, %1 old, and are checked when the server answers again.</source>
            <translation>دون اتصال: تأتي الأحكام من بيانات هذا المكتب، وعمرها %1، ويُتحقق منها حين يجيب الخادم.</translation>
        </message>
        <message>
            <source>Keyboard scanner</source>
            <translation>ماسح لوحة المفاتيح</translation>
        </message>
        <message>
            <source>%1 is not there</source>
            <translation>%1 غير موجود</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScanWords</name>
        <message>
            <source>Scan at least one parcel that is ready</source>
            <translation>امسح طردًا جاهزًا واحدًا على الأقل</translation>
        </message>
        <message>
            <source>Only a drafted waybill takes parcels</source>
            <translation>لا تقبل الطرود إلا بوليصة مسودة</translation>
        </message>
        <message>
            <source>Choose a waybill first</source>
            <translation>اختر بوليصة أولًا</translation>
        </message>
        <message>
            <source>The waybill&apos;s state does not allow it</source>
            <translation>حالة البوليصة لا تسمح</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>جاهز</translation>
        </message>
        <message>
            <source>Scanned twice</source>
            <translation>مُسح مرتين</translation>
        </message>
        <message>
            <source>On its way into %1</source>
            <translation>في طريقه إلى %1</translation>
        </message>
        <message>
            <source>Already in this waybill</source>
            <translation>في هذه البوليصة أصلًا</translation>
        </message>
        <message>
            <source>In no waybill</source>
            <translation>ليس في بوليصة</translation>
        </message>
        <message>
            <source>In %1</source>
            <translation>في %1</translation>
        </message>
        <message>
            <source>Not known here</source>
            <translation>غير معروف هنا</translation>
        </message>
        <message>
            <source>Too long for a code</source>
            <translation>أطول من أن يكون رمزًا</translation>
        </message>
        <message>
            <source>No waybill chosen</source>
            <translation>لم تُختر بوليصة</translation>
        </message>
        <message>
            <source>Ready to attach</source>
            <translation>جاهز للإضافة</translation>
        </message>
        <message>
            <source>confirmed by the server %1 later</source>
            <translation>أكّده الخادم بعد %1</translation>
        </message>
        <message>
            <source>the server sees it otherwise than this desk did</source>
            <translation>يراه الخادم على غير ما رآه هذا المكتب</translation>
        </message>
        <message>
            <source>the server could not be asked; it will be</source>
            <translation>تعذّر سؤال الخادم؛ سيُسأل</translation>
        </message>
        <message>
            <source>from data %1 old</source>
            <translation>من بيانات عمرها %1</translation>
        </message>
        <message>
            <source>asking the server…</source>
            <translation>يُسأل الخادم…</translation>
        </message>
        <message>
            <source>it counts once</source>
            <translation>يُحسب مرة</translation>
        </message>
        <message>
            <source>a code has at most %1 characters</source>
            <translation>الرمز %1 حرفًا على الأكثر</translation>
        </message>
        <message>
            <source>choose a waybill above, then scan again</source>
            <translation>اختر بوليصة في الأعلى ثم امسح مجددًا</translation>
        </message>
        <message>
            <source>as this desk knows</source>
            <translation>كما يعلم هذا المكتب</translation>
        </message>
        <message>
            <source>What came from the scanner is not a parcel&apos;s code. Nothing was changed.</source>
            <translation>ما جاء من الماسح ليس رمز طرد. لم يتغير شيء.</translation>
        </message>
        <message>
            <source>No parcel has this code, reference or barcode.</source>
            <translation>لا طرد بهذا الرمز أو المرجع أو الباركود.</translation>
        </message>
        <message>
            <source>No parcel has this code, reference or barcode. Read as %1.</source>
            <translation>لا طرد بهذا الرمز أو المرجع أو الباركود. قُرئ بصيغة %1.</translation>
        </message>
        <message>
            <source>COD %1</source>
            <translation>الدفع عند الاستلام %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln unit(s)</source>
            <translation>
                <numerusform>لا وحدات</numerusform>
                <numerusform>وحدة واحدة</numerusform>
                <numerusform>وحدتان</numerusform>
                <numerusform>%Ln وحدات</numerusform>
                <numerusform>%Ln وحدة</numerusform>
                <numerusform>%Ln وحدة</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 units</source>
            <translation>%1 وحدة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::ScannerLessons</name>
        <message>
            <source>That came as slowly as typing. Scan three codes with the scanner.</source>
            <translation>جاء ذلك ببطء الكتابة. امسح ثلاثة رموز بالماسح.</translation>
        </message>
        <message>
            <source>The three scans ended differently. Scan three codes again.</source>
            <translation>اختلفت نهايات المسحات الثلاث. امسح ثلاثة رموز مجددًا.</translation>
        </message>
        <message>
            <source>One of the scans was too short to learn from. Scan three codes again.</source>
            <translation>أحد المسحات أقصر من أن يُتعلَّم منه. امسح ثلاثة رموز مجددًا.</translation>
        </message>
        <message>
            <source>Learn my scanner: click here, then scan three different codes.</source>
            <translation>تعلّم ماسحي: انقر هنا ثم امسح ثلاثة رموز مختلفة.</translation>
        </message>
        <message>
            <source>Scan three different codes: %1 of %2 heard.</source>
            <translation>امسح ثلاثة رموز مختلفة: سُمع %1 من %2.</translation>
        </message>
        <message>
            <source>Learnt: at most %1 ms between two characters. The settings below are set so; or scan three more codes.</source>
            <translation>تم التعلّم: %1 م.ث على الأكثر بين حرفين. الإعدادات أدناه ضُبطت؛ أو امسح ثلاثة رموز أخرى.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SettingsPage</name>
        <message>
            <source>None</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>غير متصل</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <comment>name, e-mail, role</comment>
            <translation>%1 · %2 · %3</translation>
        </message>
        <message>
            <source>Nobody is signed in</source>
            <translation>لا أحد مسجّل الدخول</translation>
        </message>
        <message>
            <source>No keychain answered on this computer: your sign-in is kept in memory only, and is asked for again when the desk starts.</source>
            <translation>لم تُجب سلسلة مفاتيح على هذا الحاسوب: يُحفظ دخولك في الذاكرة فقط، ويُطلب من جديد عند تشغيل المكتب.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>الاتصال</translation>
        </message>
        <message>
            <source>Language and look</source>
            <translation>اللغة والمظهر</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>الماسح</translation>
        </message>
        <message>
            <source>Sounds of the scan station</source>
            <translation>أصوات محطة المسح</translation>
        </message>
        <message>
            <source>Change user or depot…</source>
            <translation>تغيير المستخدم أو المستودع…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>تسجيل الخروج</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>فاتح أو داكن</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>الصفوف</translation>
        </message>
        <message>
            <source>Longest pause, ms</source>
            <translation>أطول توقف، م.ث</translation>
        </message>
        <message>
            <source>Between two characters of one scan</source>
            <translation>بين حرفين من مسح واحد</translation>
        </message>
        <message>
            <source>Shortest code</source>
            <translation>أقصر رمز</translation>
        </message>
        <message>
            <source>Sent before</source>
            <translation>يُرسَل قبله</translation>
        </message>
        <message>
            <source>Sent after</source>
            <translation>يُرسَل بعده</translation>
        </message>
        <message>
            <source>Enter ends a code</source>
            <translation>Enter ينهي الرمز</translation>
        </message>
        <message>
            <source>Tab ends a code</source>
            <translation>Tab ينهي الرمز</translation>
        </message>
        <message>
            <source>A pause ends a code</source>
            <translation>التوقف ينهي الرمز</translation>
        </message>
        <message>
            <source>Serial port</source>
            <translation>المنفذ التسلسلي</translation>
        </message>
        <message>
            <source>Only for scanners on a serial port or in serial mode</source>
            <translation>للماسحات على منفذ تسلسلي أو في الوضع التسلسلي فقط</translation>
        </message>
        <message>
            <source>Speed, baud</source>
            <translation>السرعة، باود</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>مستوى الصوت</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>صامت</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>جاهز</translation>
        </message>
        <message>
            <source>Twice</source>
            <translation>مرتين</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>مرفوض</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>تغيّر</translation>
        </message>
        <message>
            <source>Attached</source>
            <translation>أُضيف</translation>
        </message>
        <message>
            <source>Play “%1”</source>
            <translation>شغّل «%1»</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كالنظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>مريح</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>متراص</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>على الطريق</translation>
        </message>
        <message>
            <source>Map tiles</source>
            <translation>مربعات الخريطة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SignInView</name>
        <message>
            <source>The demo depot could not be started. %1</source>
            <translation>تعذّر تشغيل المستودع التجريبي. %1</translation>
        </message>
        <message>
            <source>Where is your depot&apos;s server? Ask whoever set it up.</source>
            <translation>أين خادم مستودعك؟ اسأل من أعدّه.</translation>
        </message>
        <message>
            <source>This is not a web address, such as https://depot.example.org.</source>
            <translation>ليس هذا عنوان ويب مثل https://depot.example.org.</translation>
        </message>
        <message>
            <source>Type your e-mail address.</source>
            <translation>اكتب بريدك الإلكتروني.</translation>
        </message>
        <message>
            <source>An e-mail address has an @ in it.</source>
            <translation>في عنوان البريد الإلكتروني علامة @.</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>اكتب كلمة المرور.</translation>
        </message>
        <message>
            <source>E-mail or password is not right.</source>
            <translation>البريد أو كلمة المرور غير صحيح.</translation>
        </message>
        <message>
            <source>E-mail or password is not right. The server says: %1</source>
            <translation>البريد أو كلمة المرور غير صحيح. يقول الخادم: %1</translation>
        </message>
        <message>
            <source>Nobody answers at this address. Is it right, and is the network there?</source>
            <translation>لا أحد يجيب على هذا العنوان. هل هو صحيح، وهل الشبكة موجودة؟</translation>
        </message>
        <message>
            <source>Something answers at this address, but it is not a depot&apos;s server.</source>
            <translation>شيء يجيب على هذا العنوان، لكنه ليس خادم مستودع.</translation>
        </message>
        <message>
            <source>Starting the demo depot…</source>
            <translation>يبدأ المستودع التجريبي…</translation>
        </message>
        <message>
            <source>Try the demo depot</source>
            <translation>جرّب المستودع التجريبي</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>جارٍ تسجيل الدخول…</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>تسجيل الدخول</translation>
        </message>
        <message>
            <source>Waydesk</source>
            <translation>Waydesk</translation>
        </message>
        <message>
            <source>The dispatcher&apos;s desk. It answers at once, also without a network.</source>
            <translation>مكتب المنسّق. يجيب في الحال، ولو بلا شبكة.</translation>
        </message>
        <message>
            <source>Two warehouses in Erbil, 40 drivers, waybills in every state. It runs on this computer only; whatever you do there is yours to break. Every password is “demo”.</source>
            <translation>مستودعان في أربيل و٤٠ سائقًا وبوالص في كل حالة. يعمل على هذا الحاسوب وحده؛ فافعل فيه ما شئت. كل كلمات المرور «demo».</translation>
        </message>
        <message>
            <source>Connect to my depot</source>
            <translation>اتصل بمستودعي</translation>
        </message>
        <message>
            <source>Your password goes to your depot&apos;s server and nowhere else.</source>
            <translation>كلمة مرورك تذهب إلى خادم مستودعك ولا غير.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>role and e-mail</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>الخادم</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>البريد الإلكتروني</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>كلمة المرور</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later.</source>
            <translation>برنامج حر برخصة جنو العمومية العامة، الإصدار ٣ أو ما بعده.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::Skeleton</name>
        <message>
            <source>Reading…</source>
            <translation>جارٍ القراءة…</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::SyncPage</name>
        <message>
            <source>What we know and how old</source>
            <translation>ما نعرفه وعمره</translation>
        </message>
        <message>
            <source>Last errors</source>
            <translation>آخر الأخطاء</translation>
        </message>
        <message>
            <source>Nothing was done today yet</source>
            <translation>لم يتم شيء اليوم بعد</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>لا شيء يحتاجك</translation>
        </message>
        <message>
            <source>What the server confirms stands here for the day.</source>
            <translation>ما يؤكده الخادم يقف هنا طوال اليوم.</translation>
        </message>
        <message>
            <source>Everything asked has been done. What is refused or waits stands here.</source>
            <translation>تم كل ما طُلب. ما يُرفض أو ينتظر يقف هنا.</translation>
        </message>
        <message>
            <source>this server has no change feed; it is asked again and again instead</source>
            <translation>ليس لهذا الخادم سيل تغييرات؛ فيُسأل مرة بعد مرة</translation>
        </message>
        <message numerus="yes">
            <source>%Ln word(s) or field(s) of the server are not in its documents</source>
            <translation>
                <numerusform>كل كلمات الخادم في وثائقه</numerusform>
                <numerusform>كلمة أو حقل من الخادم ليس في وثائقه</numerusform>
                <numerusform>كلمتان أو حقلان من الخادم ليسا في وثائقه</numerusform>
                <numerusform>%Ln كلمات أو حقول من الخادم ليست في وثائقه</numerusform>
                <numerusform>%Ln كلمة أو حقلًا من الخادم ليست في وثائقه</numerusform>
                <numerusform>%Ln كلمة أو حقل من الخادم ليست في وثائقه</numerusform>
            </translation>
        </message>
        <message>
            <source>no keychain answered: you stay signed in until the desk is closed</source>
            <translation>لم تُجب سلسلة مفاتيح: تبقى مسجّل الدخول حتى يُغلق المكتب</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>استرجعه</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>في طريقه</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>لم يُختر شيء</translation>
        </message>
        <message>
            <source>The server has it; its answer is awaited.</source>
            <translation>هو عند الخادم؛ يُنتظر رده.</translation>
        </message>
        <message>
            <source>Choose an action to see what was asked and what the server has.</source>
            <translation>اختر إجراءً لترى ما طُلب وما لدى الخادم.</translation>
        </message>
        <message>
            <source>Do the numbered choice</source>
            <translation>نفّذ الخيار المرقّم</translation>
        </message>
        <message>
            <source>Go through the list</source>
            <translation>تنقّل في القائمة</translation>
        </message>
        <message>
            <source>Into the choices</source>
            <translation>إلى الخيارات</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>يحتاجك</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>تم اليوم</translation>
        </message>
        <message>
            <source>What to show</source>
            <translation>ما يُعرض</translation>
        </message>
        <message>
            <source>Actions and what became of them</source>
            <translation>الإجراءات وما آلت إليه</translation>
        </message>
        <message>
            <source>Nothing known yet</source>
            <translation>لا شيء معروف بعد</translation>
        </message>
        <message>
            <source>The first data comes after signing in.</source>
            <translation>تأتي أول البيانات بعد تسجيل الدخول.</translation>
        </message>
        <message>
            <source>No errors</source>
            <translation>لا أخطاء</translation>
        </message>
        <message>
            <source>Every answer of the server was as it should be.</source>
            <translation>كل ردود الخادم كانت كما ينبغي.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>جرّب الآن</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>المزامنة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TableHeader</name>
        <message>
            <source>Sort by</source>
            <translation>ترتيب حسب</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>الأعمدة</translation>
        </message>
        <message>
            <source>Sorted by %1, ascending</source>
            <translation>مرتّب حسب %1، تصاعديًّا</translation>
        </message>
        <message>
            <source>Sorted by %1, descending</source>
            <translation>مرتّب حسب %1، تنازليًّا</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TileSettings</name>
        <message>
            <source>An address beginning with https://, or http:// within your own network.</source>
            <translation>عنوان يبدأ بـ ⁦https://⁩، أو ⁦http://⁩ داخل شبكتك.</translation>
        </message>
        <message>
            <source>The address needs {z}, {x} and {y} where the numbers go.</source>
            <translation>يحتاج العنوان {z} و{x} و{y} مكان الأرقام.</translation>
        </message>
        <message>
            <source>http:// only within your own network. Use https:// here.</source>
            <translation>استخدم هنا ⁦https://⁩؛ يُسمح بـ ⁦http://⁩ داخل شبكتك فقط.</translation>
        </message>
        <message>
            <source>The file is not there or cannot be read. The basemap is shown.</source>
            <translation>الملف غير موجود أو لا يمكن قراءته. تُعرض الخريطة الأساسية.</translation>
        </message>
        <message>
            <source>This is not an MBTiles file, or it is damaged. The basemap is shown.</source>
            <translation>هذا ليس ملف MBTiles، أو هو تالف. تُعرض الخريطة الأساسية.</translation>
        </message>
        <message>
            <source>This file holds vector tiles (%1); the map can show PNG and JPEG. The basemap is shown.</source>
            <translation>يحوي هذا الملف مربعات متجهية (%1)؛ تعرض الخريطة PNG وJPEG. تُعرض الخريطة الأساسية.</translation>
        </message>
        <message>
            <source>The tiles of this file are neither PNG nor JPEG. The basemap is shown.</source>
            <translation>مربعات هذا الملف ليست PNG ولا JPEG. تُعرض الخريطة الأساسية.</translation>
        </message>
        <message>
            <source>The tile server does not answer. What is kept here is shown; it is asked again by itself.</source>
            <translation>خادم المربعات لا يجيب. يُعرض المحفوظ هنا؛ ويُسأل من جديد تلقائيًا.</translation>
        </message>
        <message>
            <source>The tile server asked to wait (%1). It is asked again by itself.</source>
            <translation>طلب خادم المربعات الانتظار (%1). يُسأل من جديد تلقائيًا.</translation>
        </message>
        <message>
            <source>The tile server refused (%1). Look at the address and its key.</source>
            <translation>رفض خادم المربعات (%1). راجع العنوان ومفتاحه.</translation>
        </message>
        <message>
            <source>What came from there is no PNG or JPEG picture of at most 1 MB.</source>
            <translation>ما جاء من هناك ليس صورة PNG أو JPEG بحجم 1 م.ب على الأكثر.</translation>
        </message>
        <message>
            <source>Tiles could not be kept on this computer&apos;s disk.</source>
            <translation>تعذّر حفظ المربعات على قرص هذا الحاسوب.</translation>
        </message>
        <message>
            <source>%1, levels %2 to %3</source>
            <comment>name of the file&apos;s map</comment>
            <translation>%1، المستويات %2 إلى %3</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>بلا اسم</translation>
        </message>
        <message>
            <source>Kept on this computer: %1 of %2 at most</source>
            <translation>محفوظ على هذا الحاسوب: %1 من %2 على الأكثر</translation>
        </message>
        <message>
            <source>Off: the basemap alone</source>
            <translation>مطفأ: الخريطة الأساسية وحدها</translation>
        </message>
        <message>
            <source>From an address</source>
            <translation>من عنوان</translation>
        </message>
        <message>
            <source>From an MBTiles file</source>
            <translation>من ملف MBTiles</translation>
        </message>
        <message>
            <source>Streets and houses</source>
            <translation>الشوارع والمباني</translation>
        </message>
        <message>
            <source>Address of the tiles</source>
            <translation>عنوان المربعات</translation>
        </message>
        <message>
            <source>Ask whoever runs the server whether you may. Only what is looked at is fetched.</source>
            <translation>اسأل من يدير الخادم إن كان يُسمح لك. لا يُجلب إلا ما يُنظر إليه.</translation>
        </message>
        <message>
            <source>MBTiles file</source>
            <translation>ملف MBTiles</translation>
        </message>
        <message>
            <source>Whose map it is</source>
            <translation>صاحب الخريطة</translation>
        </message>
        <message>
            <source>Stands on the map, as the licence asks.</source>
            <translation>يظهر على الخريطة كما تطلب الرخصة.</translation>
        </message>
        <message>
            <source>Contact, told to the server</source>
            <translation>جهة اتصال تُذكر للخادم</translation>
        </message>
        <message>
            <source>Mail or web address, if you like.</source>
            <translation>بريد أو موقع، إن شئت.</translation>
        </message>
        <message>
            <source>Highest zoom</source>
            <translation>أعلى تكبير</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>اختيار…</translation>
        </message>
        <message>
            <source>Empty the cache</source>
            <translation>إفراغ المحفوظ</translation>
        </message>
        <message>
            <source>Choose the MBTiles file</source>
            <translation>اختر ملف MBTiles</translation>
        </message>
        <message>
            <source>Empty the cache of map tiles</source>
            <translation>إفراغ محفوظ مربعات الخريطة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TokenField</name>
        <message>
            <source>Suggestions</source>
            <translation>اقتراحات</translation>
        </message>
        <message>
            <source>Click to remove %1</source>
            <translation>انقر لإزالة %1</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TopBar</name>
        <message>
            <source>Looking for the server. What this desk knows is shown meanwhile.</source>
            <translation>يُبحث عن الخادم. ويُعرض ما يعرفه هذا المكتب.</translation>
        </message>
        <message>
            <source>The server answers. Click for what was sent and how old the data is.</source>
            <translation>الخادم يجيب. انقر لترى ما أُرسل وعمر البيانات.</translation>
        </message>
        <message>
            <source>The server does not answer. Work goes on here and is sent when it does.</source>
            <translation>الخادم لا يجيب. يستمر العمل هنا ويُرسل حين يجيب.</translation>
        </message>
        <message numerus="yes">
            <source>%L1 queued</source>
            <translation>
                <numerusform>%L1 في الانتظار</numerusform>
                <numerusform>%L1 في الانتظار</numerusform>
                <numerusform>%L1 في الانتظار</numerusform>
                <numerusform>%L1 في الانتظار</numerusform>
                <numerusform>%L1 في الانتظار</numerusform>
                <numerusform>%L1 في الانتظار</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved on this desk, on their way to the server</source>
            <translation>محفوظة على هذا المكتب، في طريقها إلى الخادم</translation>
        </message>
        <message numerus="yes">
            <source>%L1 refused</source>
            <translation>
                <numerusform>%L1 مرفوض</numerusform>
                <numerusform>%L1 مرفوض</numerusform>
                <numerusform>%L1 مرفوض</numerusform>
                <numerusform>%L1 مرفوض</numerusform>
                <numerusform>%L1 مرفوض</numerusform>
                <numerusform>%L1 مرفوض</numerusform>
            </translation>
        </message>
        <message>
            <source>The server refused these: they wait for you on the Sync page</source>
            <translation>رفضها الخادم: تنتظرك في صفحة المزامنة</translation>
        </message>
        <message>
            <source>User: %1</source>
            <translation>المستخدم: %1</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>المظهر</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كالنظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>Comfortable rows</source>
            <translation>صفوف مريحة</translation>
        </message>
        <message>
            <source>Compact rows</source>
            <translation>صفوف متراصة</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>ابحث عن أي شيء</translation>
        </message>
        <message>
            <source>Waybills, deliveries, drivers, customers, and everything that can be done</source>
            <translation>البوالص والطرود والسائقون والزبائن وكل ما يمكن فعله</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>المستودع</translation>
        </message>
        <message>
            <source>Whose waybills are shown</source>
            <translation>بوالص من تُعرض</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>الإعدادات…</translation>
        </message>
        <message>
            <source>Keys of this page</source>
            <translation>مفاتيح هذه الصفحة</translation>
        </message>
        <message>
            <source>Change user…</source>
            <translation>تغيير المستخدم…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>تسجيل الخروج</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TopBarFeed</name>
        <message>
            <source>All warehouses</source>
            <translation>كل المستودعات</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripBuilderPage</name>
        <message>
            <source>%1: saved here, sent when the server answers</source>
            <translation>%1: حُفظ هنا، ويُرسل حين يجيب الخادم</translation>
        </message>
        <message>
            <source>This is what you had put together here and not sent yet.</source>
            <translation>هذا ما جمعته هنا ولم ترسله بعد.</translation>
        </message>
        <message>
            <source>Can join this trip: the newest %1</source>
            <translation>يمكن ضمّها إلى الرحلة: أحدث %1</translation>
        </message>
        <message>
            <source>Can join this trip: %1</source>
            <translation>يمكن ضمّها إلى الرحلة: %1</translation>
        </message>
        <message>
            <source>No parcel waits</source>
            <translation>لا طرد ينتظر</translation>
        </message>
        <message>
            <source>Parcels that can join a trip appear here as the server tells of them.</source>
            <translation>تظهر هنا الطرود التي يمكن ضمّها إلى رحلة حين يخبر الخادم عنها.</translation>
        </message>
        <message>
            <source>No parcel matches</source>
            <translation>لا طرد مطابق</translation>
        </message>
        <message>
            <source>Remove a word of the search.</source>
            <translation>احذف كلمة من البحث.</translation>
        </message>
        <message>
            <source>%1 cannot join this trip, or is not known here.</source>
            <translation>%1 لا يمكن ضمّه إلى هذه الرحلة أو غير معروف هنا.</translation>
        </message>
        <message>
            <source>No better order was found: this one stands.</source>
            <translation>لم يوجد ترتيب أفضل: يبقى هذا.</translation>
        </message>
        <message>
            <source>Trip builder</source>
            <translation>باني الرحلة</translation>
        </message>
        <message>
            <source>It is being saved.</source>
            <translation>يُحفظ الآن.</translation>
        </message>
        <message>
            <source>Put a parcel in first.</source>
            <translation>ضع طردًا أولًا.</translation>
        </message>
        <message>
            <source>Nothing differs from what the server has.</source>
            <translation>لا شيء يختلف عما لدى الخادم.</translation>
        </message>
        <message>
            <source>%1 can no longer join this trip: take its stop out.</source>
            <translation>لم يعد يمكن ضمّ %1 إلى هذه الرحلة: أخرج محطته.</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 كم</translation>
        </message>
        <message>
            <source>A better order</source>
            <translation>ترتيب أفضل</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>before, after</comment>
            <translation>%1 ← %2</translation>
        </message>
        <message>
            <source>late stops %1 → %2</source>
            <translation>محطات متأخرة %1 ← %2</translation>
        </message>
        <message numerus="yes">
            <source>%Ln stop(s) move</source>
            <translation>
                <numerusform>تنتقل لا محطات</numerusform>
                <numerusform>تنتقل محطة واحدة</numerusform>
                <numerusform>تنتقل محطتان</numerusform>
                <numerusform>تنتقل %Ln محطات</numerusform>
                <numerusform>تنتقل %Ln محطة</numerusform>
                <numerusform>تنتقل %Ln محطة</numerusform>
            </translation>
        </message>
        <message>
            <source>by road</source>
            <translation>بالطريق</translation>
        </message>
        <message>
            <source>roads guessed</source>
            <translation>الطرق مقدّرة</translation>
        </message>
        <message>
            <source>New: the server has nothing of it yet</source>
            <translation>جديدة: ليس لدى الخادم شيء منها بعد</translation>
        </message>
        <message>
            <source>As the server has it</source>
            <translation>كما لدى الخادم</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) join</source>
            <translation>
                <numerusform>ينضم لا طرود</numerusform>
                <numerusform>ينضم طرد واحد</numerusform>
                <numerusform>ينضم طردان</numerusform>
                <numerusform>ينضم %Ln طرود</numerusform>
                <numerusform>ينضم %Ln طردًا</numerusform>
                <numerusform>ينضم %Ln طرد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) leave</source>
            <translation>
                <numerusform>يخرج لا طرود</numerusform>
                <numerusform>يخرج طرد واحد</numerusform>
                <numerusform>يخرج طردان</numerusform>
                <numerusform>يخرج %Ln طرود</numerusform>
                <numerusform>يخرج %Ln طردًا</numerusform>
                <numerusform>يخرج %Ln طرد</numerusform>
            </translation>
        </message>
        <message>
            <source>another order</source>
            <translation>ترتيب آخر</translation>
        </message>
        <message>
            <source>Against the server: %1</source>
            <translation>مقابل الخادم: %1</translation>
        </message>
        <message>
            <source>New trip</source>
            <translation>رحلة جديدة</translation>
        </message>
        <message>
            <source>leaving %1</source>
            <translation>المغادرة %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln stop(s) without a place</source>
            <translation>
                <numerusform>لا محطات بلا مكان معروف</numerusform>
                <numerusform>محطة واحدة بلا مكان معروف</numerusform>
                <numerusform>محطتان بلا مكان معروف</numerusform>
                <numerusform>%Ln محطات بلا مكان معروف</numerusform>
                <numerusform>%Ln محطة بلا مكان معروف</numerusform>
                <numerusform>%Ln محطة بلا مكان معروف</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 units</source>
            <translation>%1 من %2 وحدة</translation>
        </message>
        <message>
            <source>%1 units</source>
            <translation>%1 وحدة</translation>
        </message>
        <message>
            <source>more than the van holds</source>
            <translation>أكثر مما تسع المركبة</translation>
        </message>
        <message>
            <source>A better order is being looked for.</source>
            <translation>يُبحث عن ترتيب أفضل.</translation>
        </message>
        <message>
            <source>There is only one order.</source>
            <translation>لا يوجد إلا ترتيب واحد.</translation>
        </message>
        <message>
            <source>No better order is offered.</source>
            <translation>لا ترتيب أفضل معروض.</translation>
        </message>
        <message>
            <source>Choose a drop-off: pickups stay where their parcels need them.</source>
            <translation>اختر محطة تسليم: تبقى محطات الاستلام حيث تحتاجها طرودها.</translation>
        </message>
        <message>
            <source>Choose a stop first.</source>
            <translation>اختر محطة أولًا.</translation>
        </message>
        <message>
            <source>Add the scanned or chosen parcel</source>
            <translation>أضف الطرد الممسوح أو المختار</translation>
        </message>
        <message>
            <source>Scan or search</source>
            <translation>امسح أو ابحث</translation>
        </message>
        <message>
            <source>Move a stop</source>
            <translation>انقل محطة</translation>
        </message>
        <message>
            <source>Type a stop&apos;s place</source>
            <translation>اكتب مكان المحطة</translation>
        </message>
        <message>
            <source>Pin a stop to its place, or let it go</source>
            <translation>ثبّت محطة في مكانها أو حرّرها</translation>
        </message>
        <message>
            <source>Take a stop out</source>
            <translation>أخرج محطة</translation>
        </message>
        <message>
            <source>Look for a better order</source>
            <translation>ابحث عن ترتيب أفضل</translation>
        </message>
        <message>
            <source>Take the better order</source>
            <translation>خذ الترتيب الأفضل</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>إرسال</translation>
        </message>
        <message>
            <source>Make trip</source>
            <translation>أنشئ الرحلة</translation>
        </message>
        <message>
            <source>Send changes</source>
            <translation>أرسل التغييرات</translation>
        </message>
        <message>
            <source>Optimise</source>
            <translation>حسّن</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>اقبل</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>أبقِ ترتيبي</translation>
        </message>
        <message>
            <source>Move the stop up</source>
            <translation>انقل المحطة لأعلى</translation>
        </message>
        <message>
            <source>Move the stop down</source>
            <translation>انقل المحطة لأسفل</translation>
        </message>
        <message>
            <source>Take the stop out</source>
            <translation>أخرج المحطة</translation>
        </message>
        <message>
            <source>Pin the stop, or let it go</source>
            <translation>ثبّت المحطة أو حرّرها</translation>
        </message>
        <message>
            <source>Scan or search: code, customer, zone</source>
            <translation>امسح أو ابحث: الرمز، الزبون، المنطقة</translation>
        </message>
        <message>
            <source>Parcels that can join</source>
            <translation>طرود يمكن ضمّها</translation>
        </message>
        <message>
            <source>Stops of the trip</source>
            <translation>محطات الرحلة</translation>
        </message>
        <message>
            <source>No stops yet</source>
            <translation>لا محطات بعد</translation>
        </message>
        <message>
            <source>Scan parcels, or add them from the list.</source>
            <translation>امسح الطرود أو أضفها من القائمة.</translation>
        </message>
        <message>
            <source>Draw a line around parcels on the map. Esc gives it up.</source>
            <translation>ارسم خطًا حول الطرود على الخريطة. يلغيه Esc.</translation>
        </message>
        <message>
            <source>No parcel of the list is inside.</source>
            <translation>لا يوجد داخله أي طرد من القائمة.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parcel(s) chosen: Enter adds.</source>
            <translation>
                <numerusform>لم يُختر أي طرد: يضيف Enter.</numerusform>
                <numerusform>اختير طرد واحد: يضيفه Enter.</numerusform>
                <numerusform>اختير طردان: يضيفهما Enter.</numerusform>
                <numerusform>اختيرت %Ln طرود: يضيفها Enter.</numerusform>
                <numerusform>اختير %Ln طردًا: يضيفها Enter.</numerusform>
                <numerusform>اختير %Ln طرد: يضيفها Enter.</numerusform>
            </translation>
        </message>
        <message>
            <source>Draw a line around parcels on the map</source>
            <translation>رسم خط حول طرود على الخريطة</translation>
        </message>
        <message>
            <source>Choose parcels on the map</source>
            <translation>اختيار طرود على الخريطة</translation>
        </message>
        <message>
            <source>Enter adds what is chosen · M draws a line around parcels on the map</source>
            <translation>يضيف Enter ما اختير · يرسم M خطًا حول طرود على الخريطة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripDetail</name>
        <message>
            <source>No trip chosen</source>
            <translation>لم تُختر رحلة</translation>
        </message>
        <message>
            <source>Choose one in the table to see its stops in their order and its parcels.</source>
            <translation>اختر رحلة من الجدول لترى محطاتها بترتيبها وطرودها.</translation>
        </message>
        <message>
            <source>Not assigned yet</source>
            <translation>لم يُعيَّن بعد</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Van</source>
            <translation>المركبة</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>لم تُختر</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>بدأت</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>اكتملت</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>The stops come when the server answers</source>
            <translation>تأتي المحطات حين يجيب الخادم</translation>
        </message>
        <message>
            <source>%1 of %2 stops done</source>
            <translation>أُنجزت %1 من %2 محطات</translation>
        </message>
        <message>
            <source>heard %1</source>
            <translation>وردت %1</translation>
        </message>
        <message>
            <source>Stops</source>
            <translation>المحطات</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Parts of this trip</source>
            <translation>أجزاء هذه الرحلة</translation>
        </message>
        <message>
            <source>Stops of this trip</source>
            <translation>محطات هذه الرحلة</translation>
        </message>
        <message>
            <source>Deliveries of this trip</source>
            <translation>طرود هذه الرحلة</translation>
        </message>
        <message>
            <source>No stops</source>
            <translation>لا محطات</translation>
        </message>
        <message>
            <source>A trip without parcels has nowhere to go.</source>
            <translation>رحلة بلا طرود لا وجهة لها.</translation>
        </message>
        <message>
            <source>No parcels in it yet</source>
            <translation>لا طرود فيها بعد</translation>
        </message>
        <message>
            <source>The server holds none for this trip.</source>
            <translation>ليس لدى الخادم طرود لهذه الرحلة.</translation>
        </message>
        <message>
            <source>Lateness</source>
            <translation>التأخير</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>lateness, its reason</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>الإرجاعات</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>الخريطة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripFields</name>
        <message>
            <source>Nobody yet</source>
            <translation>لا أحد بعد</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>لم تُختر</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>لم يُذكر</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Van</source>
            <translation>المركبة</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripForm</name>
        <message>
            <source>Edit %1</source>
            <translation>تعديل %1</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>احفظ التغييرات</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>لم يتغير شيء بعد.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripReturns</name>
        <message>
            <source>Nobody asks for a parcel of this trip.</source>
            <translation>لا أحد يطلب طردًا من هذه الرحلة.</translation>
        </message>
        <message>
            <source>Choose a return first, under Returns.</source>
            <translation>اختر إرجاعًا أولًا من «الإرجاعات».</translation>
        </message>
        <message>
            <source>Returns of this trip</source>
            <translation>إرجاعات هذه الرحلة</translation>
        </message>
        <message>
            <source>No returns</source>
            <translation>لا إرجاعات</translation>
        </message>
        <message>
            <source>Nobody has asked for one of its parcels to come back.</source>
            <translation>لم يطلب أحد إرجاع طرد من طرودها.</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>موافقة</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>رفض</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::TripsPage</name>
        <message numerus="yes">
            <source>%Ln trip(s)</source>
            <translation>
                <numerusform>لا رحلات</numerusform>
                <numerusform>رحلة واحدة</numerusform>
                <numerusform>رحلتان</numerusform>
                <numerusform>%Ln رحلات</numerusform>
                <numerusform>%Ln رحلة</numerusform>
                <numerusform>%Ln رحلة</numerusform>
            </translation>
        </message>
        <message>
            <source>the newest %1 are shown; filter to reach older ones</source>
            <translation>تظهر أحدث %1؛ صفِّ للوصول إلى الأقدم</translation>
        </message>
        <message>
            <source>No trip matches</source>
            <translation>لا رحلة مطابقة</translation>
        </message>
        <message>
            <source>Remove a word of the filter, or choose another tab.</source>
            <translation>احذف كلمة من التصفية أو اختر تبويبًا آخر.</translation>
        </message>
        <message>
            <source>No trips yet</source>
            <translation>لا رحلات بعد</translation>
        </message>
        <message>
            <source>The server has told of none. They appear here as soon as it does.</source>
            <translation>لم يذكر الخادم أي رحلة. تظهر هنا حالما يفعل.</translation>
        </message>
        <message>
            <source>Filter the table</source>
            <translation>تصفية الجدول</translation>
        </message>
        <message>
            <source>To the stops of the trip</source>
            <translation>إلى محطات الرحلة</translation>
        </message>
        <message>
            <source>Read again from the server</source>
            <translation>القراءة مجددًا من الخادم</translation>
        </message>
        <message>
            <source>Copy the row as it is seen</source>
            <translation>نسخ الصف كما يُرى</translation>
        </message>
        <message>
            <source>All</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>Trips by status</source>
            <translation>الرحلات حسب الحالة</translation>
        </message>
        <message>
            <source>Trips</source>
            <translation>الرحلات</translation>
        </message>
        <message>
            <source>Number, driver, van or note</source>
            <translation>الرقم أو السائق أو المركبة أو ملاحظة</translation>
        </message>
        <message>
            <source>Filter of the table</source>
            <translation>تصفية الجدول</translation>
        </message>
        <message>
            <source>%1: saved here, sent when the server answers</source>
            <translation>%1: حُفظ هنا، ويُرسل حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>%1: could not be saved on this desk&apos;s disk</source>
            <translation>%1: تعذّر حفظه على قرص هذا المكتب</translation>
        </message>
        <message>
            <source>Choose a trip first.</source>
            <translation>اختر رحلة أولًا.</translation>
        </message>
        <message>
            <source>Only a planned trip can be changed.</source>
            <translation>لا تُغيَّر إلا رحلة مخططة.</translation>
        </message>
        <message>
            <source>Only a planned trip can be cancelled.</source>
            <translation>لا تُلغى إلا رحلة مخططة.</translation>
        </message>
        <message>
            <source>Choose one of its parcels, under Deliveries.</source>
            <translation>اختر أحد طرودها، تحت الطرود.</translation>
        </message>
        <message>
            <source>It is the first.</source>
            <translation>هو الأول.</translation>
        </message>
        <message>
            <source>It is the last.</source>
            <translation>هو الأخير.</translation>
        </message>
        <message>
            <source>New trip</source>
            <translation>رحلة جديدة</translation>
        </message>
        <message>
            <source>Move the parcel in its trip</source>
            <translation>انقل الطرد في رحلته</translation>
        </message>
        <message>
            <source>Plan parcels and stops</source>
            <translation>خطط الطرود والمحطات</translation>
        </message>
        <message>
            <source>Edit the trip</source>
            <translation>عدّل الرحلة</translation>
        </message>
        <message>
            <source>Cancel the trip</source>
            <translation>ألغِ الرحلة</translation>
        </message>
        <message>
            <source>Move the parcel up</source>
            <translation>انقل الطرد لأعلى</translation>
        </message>
        <message>
            <source>Move the parcel down</source>
            <translation>انقل الطرد لأسفل</translation>
        </message>
        <message>
            <source>Take the parcel out of the trip</source>
            <translation>أخرج الطرد من الرحلة</translation>
        </message>
        <message>
            <source>Approve or reject the return chosen under Returns</source>
            <translation>الموافقة على الإرجاع المختار في «الإرجاعات» أو رفضه</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WaybillDetail</name>
        <message>
            <source>%1 selected</source>
            <translation>%1 محددة</translation>
        </message>
        <message>
            <source>What the toolbar does, it does for all of them, after showing you the list.</source>
            <translation>ما يفعله شريط الأدوات يفعله لها كلها بعد عرض القائمة عليك.</translation>
        </message>
        <message>
            <source>No waybill chosen</source>
            <translation>لم تُختر بوليصة</translation>
        </message>
        <message>
            <source>Choose one in the table to see its parcels, its timeline and what can be done next.</source>
            <translation>اختر واحدة من الجدول لترى طرودها وسجلّها وما يمكن فعله بعد ذلك.</translation>
        </message>
        <message>
            <source>Not assigned yet</source>
            <translation>لم يعيَّن بعد</translation>
        </message>
        <message>
            <source>%1, expected: %2</source>
            <translation>%1، المتوقع: %2</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>%1 units of %2</source>
            <translation>%1 وحدة من %2</translation>
        </message>
        <message>
            <source>%1 units</source>
            <translation>%1 وحدة</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>الناقل</translation>
        </message>
        <message>
            <source>Driver</source>
            <translation>السائق</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>COD</source>
            <translation>الدفع عند الاستلام</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>أُخذ</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>التوقيع</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>صورة</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>الطرود</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>السجل</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>المرتجعات</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>الإثبات</translation>
        </message>
        <message>
            <source>Parts of this waybill</source>
            <translation>أجزاء هذه البوليصة</translation>
        </message>
        <message>
            <source>Deliveries of this waybill</source>
            <translation>طرود هذه البوليصة</translation>
        </message>
        <message>
            <source>Timeline of this waybill</source>
            <translation>سجل هذه البوليصة</translation>
        </message>
        <message>
            <source>Returns of this waybill</source>
            <translation>مرتجعات هذه البوليصة</translation>
        </message>
        <message>
            <source>Proof of delivery</source>
            <translation>إثبات التسليم</translation>
        </message>
        <message>
            <source>No parcels in it yet</source>
            <translation>لا طرود فيها بعد</translation>
        </message>
        <message>
            <source>Scan them in, or type their codes at the scan station.</source>
            <translation>امسحها إليها، أو اكتب رموزها في محطة المسح.</translation>
        </message>
        <message>
            <source>Nothing came back</source>
            <translation>لم يعد شيء</translation>
        </message>
        <message>
            <source>Parcels that are returned on the road are listed here with their reason.</source>
            <translation>الطرود المرجعة على الطريق تُدرج هنا مع أسبابها.</translation>
        </message>
        <message>
            <source>No proof of delivery</source>
            <translation>لا إثبات تسليم</translation>
        </message>
        <message>
            <source>The server holds no signature, photo or note for this waybill.</source>
            <translation>ليس لدى الخادم توقيع أو صورة أو ملاحظة لهذه البوليصة.</translation>
        </message>
        <message>
            <source>%1 of %2 shown, the rest comes when the server answers</source>
            <translation>يُعرض %1 من %2، والباقي يأتي حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Pictures of this waybill&apos;s proof</source>
            <translation>صور إثبات هذه البوليصة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WaybillForm</name>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Carrier</source>
            <translation>الناقل</translation>
        </message>
        <message>
            <source>Carrier&apos;s reference</source>
            <translation>مرجع الناقل</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>New waybill</source>
            <translation>بوليصة جديدة</translation>
        </message>
        <message>
            <source>Make waybill</source>
            <translation>أنشئ البوليصة</translation>
        </message>
        <message>
            <source>Edit %1</source>
            <translation>تعديل %1</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>احفظ التغييرات</translation>
        </message>
        <message>
            <source>At most %L1 characters.</source>
            <translation>%L1 حرف على الأكثر.</translation>
        </message>
        <message>
            <source>A waybill goes from one place to another: these are the same.</source>
            <translation>تذهب البوليصة من مكان إلى آخر: وهذان واحد.</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WaybillsList</name>
        <message>
            <source>%1 selected</source>
            <translation>%1 محددة</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>حتى %1</translation>
        </message>
        <message>
            <source>No waybill matches</source>
            <translation>لا بوليصة مطابقة</translation>
        </message>
        <message>
            <source>Remove a word of the filter, or choose another tab.</source>
            <translation>أزل كلمة من المرشّح، أو اختر تبويبًا آخر.</translation>
        </message>
        <message>
            <source>No waybills yet</source>
            <translation>لا بوالص بعد</translation>
        </message>
        <message>
            <source>Make one, then scan parcels into it. It is kept on this desk even while the server is away.</source>
            <translation>أنشئ واحدة ثم امسح الطرود إليها. تُحفظ على هذا المكتب ولو غاب الخادم.</translation>
        </message>
        <message>
            <source>Waybills</source>
            <translation>بوالص الشحن</translation>
        </message>
        <message>
            <source>Waybills by status</source>
            <translation>البوالص حسب الحالة</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>تعيين</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>إجراءات أخرى</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>المرشّح</translation>
        </message>
        <message>
            <source>Filter of the table</source>
            <translation>مرشّح الجدول</translation>
        </message>
        <message>
            <source>For example  status:sealed driver:karwan cod&gt;50000</source>
            <translation>مثال:  الحالة:مختومة السائق:كاروان تحصيل&gt;50000</translation>
        </message>
        <message>
            <source>View</source>
            <translation>العرض</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>الأعمدة</translation>
        </message>
        <message>
            <source>Save this view…</source>
            <translation>احفظ هذا العرض…</translation>
        </message>
        <message>
            <source>Forget this view</source>
            <translation>انسَ هذا العرض</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WaybillsPage</name>
        <message>
            <source>Every empty draft instead…</source>
            <translation>كل مسودة فارغة بدلًا منها…</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between waybill numbers</comment>
            <translation>، </translation>
        </message>
        <message>
            <source>Delete every empty draft of the depot?</source>
            <translation>حذف كل المسودات الفارغة في المستودع؟</translation>
        </message>
        <message>
            <source>This desk knows of none.</source>
            <translation>لا يعرف هذا المكتب أيًّا منها.</translation>
        </message>
        <message numerus="yes">
            <source>This desk knows of %Ln empty draft(s): %1.</source>
            <translation>
                <numerusform>لا يعرف هذا المكتب مسودات فارغة: %1.</numerusform>
                <numerusform>يعرف هذا المكتب مسودة فارغة واحدة: %1.</numerusform>
                <numerusform>يعرف هذا المكتب مسودتين فارغتين: %1.</numerusform>
                <numerusform>يعرف هذا المكتب %Ln مسودات فارغة: %1.</numerusform>
                <numerusform>يعرف هذا المكتب %Ln مسودة فارغة: %1.</numerusform>
                <numerusform>يعرف هذا المكتب %Ln مسودة فارغة: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>The server deletes all that are drafted and hold no parcel when it hears of this, also those that colleagues made meanwhile. They do not come back.</source>
            <translation>يحذف الخادم كل ما هو مسودة بلا طرود ساعة يصله الطلب، وما أنشأه الزملاء في هذه الأثناء أيضًا. ولا تعود بعد ذلك.</translation>
        </message>
        <message>
            <source>Delete them all</source>
            <translation>احذفها كلها</translation>
        </message>
        <message>
            <source>%1: saved here, sent when the server answers</source>
            <translation>%1: حُفظ هنا، ويُرسل حين يجيب الخادم</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>%1: could not be saved on this desk&apos;s disk</source>
            <translation>%1: تعذّر حفظه على قرص هذا المكتب</translation>
        </message>
        <message>
            <source>%1: taken back</source>
            <translation>%1: استُرجع</translation>
        </message>
        <message>
            <source>%1: too late, the server has it</source>
            <translation>%1: فات الأوان، هو عند الخادم</translation>
        </message>
        <message>
            <source>Go to the filter</source>
            <translation>اذهب إلى المرشّح</translation>
        </message>
        <message>
            <source>Waybills</source>
            <translation>بوالص الشحن</translation>
        </message>
        <message>
            <source>The next step of the chosen waybill</source>
            <translation>الخطوة التالية للبوليصة المختارة</translation>
        </message>
        <message>
            <source>Go into the chosen waybill</source>
            <translation>ادخل البوليصة المختارة</translation>
        </message>
        <message>
            <source>Choose several</source>
            <translation>اختر عدة</translation>
        </message>
    </context>
    <context>
        <name>waydesk::ui::WindowField</name>
        <message>
            <source>There on</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>From</source>
            <comment>a time</comment>
            <translation>من</translation>
        </message>
        <message>
            <source>Until</source>
            <comment>a time</comment>
            <translation>حتى</translation>
        </message>
        <message>
            <source>Times as in %1. Empty: any time.</source>
            <comment>a time zone</comment>
            <translation>الأوقات بتوقيت %1. فارغ: أي وقت.</translation>
        </message>
        <message>
            <source>A day, like 2026-04-07.</source>
            <translation>يوم، مثل 2026-04-07.</translation>
        </message>
        <message>
            <source>A time, like 9:30.</source>
            <translation>وقت، مثل 9:30.</translation>
        </message>
        <message>
            <source>Later than the beginning.</source>
            <translation>بعد البداية.</translation>
        </message>
    </context>
</TS>
