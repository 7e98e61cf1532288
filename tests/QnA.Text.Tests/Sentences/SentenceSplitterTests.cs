using QnA.Text.Sentences;

namespace QnA.Text.Tests.Sentences;

/// <summary>Where sentences end; "¶" parts those that are expected.</summary>
public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("ja", "灯台は島の北の岬に立っている。¶塔は技師のマルタが設計したものである。¶階段は二百段あるという！")]
    [InlineData("ja", "船長は「嵐が来る。港へ戻れ。」と乗組員に言った。¶船は夜のうちに港へ戻ることができた。")]
    [InlineData("ja", "「もう嵐は過ぎたはずだ。」¶船長はそう考えて船を港から出した。")]
    [InlineData("ja", "彼女は『灯台の光』（一八九七年刊。絶版。）を書いた作家である。¶その本は今も図書館で読まれている。")]
    [InlineData("ja", "老人は黙って……それから灯台の話をゆっくり始めた。¶話は夜まで続いたと伝えられている。")]
    [InlineData("ja", "塔の高さは３５．２メートルである．¶階段は石で造られており今も残っている．")]
    [InlineData("zh", "灯塔建于1897年，高35.2米，位于岛的北端。¶船长对所有的船员大声喊道：“风暴要来了！快回港！”")]
    [InlineData("ko", "등대는 1897년에 세워졌으며 높이는 35.2미터이다. ¶선장은 선원들에게 \"폭풍이 온다.\"라고 말하였다고 한다.")]
    [InlineData("ko", "등대는 1897. 3. 4. 처음으로 불을 밝힌 것으로 알려져 있다. ¶지금은 방문객이 들어갈 수 없는 곳이다.")]
    [InlineData("th", "ประภาคารเก่าตั้งอยู่ทางเหนือของเกาะและสร้างขึ้นโดยชาวประมงในหมู่บ้านเมื่อกว่าหนึ่งร้อยปีก่อนและยังคงใช้งานอยู่จนถึงปัจจุบัน ¶ทุกปีมีนักท่องเที่ยวหลายพันคนมาเยี่ยมชม")]
    [InlineData("lo", "ປະພາຄານເກົ່າຕັ້ງຢູ່ທາງເໜືອຂອງເກາະແລະສ້າງຂຶ້ນໂດຍຊາວປະມົງໃນໝູ່ບ້ານເມື່ອກວ່າໜຶ່ງຮ້ອຍປີກ່ອນແລະຍັງໃຊ້ງານຢູ່ຈົນເຖິງປັດຈຸບັນນີ້ ¶ທຸກປີມີນັກທ່ອງທ່ຽວຫຼາຍພັນຄົນມາຢ້ຽມຊົມ")]
    [InlineData("hi", "दीपस्तंभ 1897 में बना था और उसकी ऊँचाई 35.2 मीटर है। ¶कप्तान ने नाविकों से कहा, \"तूफान आ रहा है।\" ¶क्या वे बंदरगाह लौट आए थे?")]
    [InlineData("bn", "ড. আনোয়ার ১৮৯৭ সালে ৩৫.২ মিটার উঁচু বাতিঘরটি নির্মাণ করেন। ¶মো. রফিক ও এ. কে. সেন তাঁকে সাহায্য করেন। ¶তাঁরা কি শেষ পর্যন্ত সফল হয়েছিলেন?")]
    [InlineData("ta", "எம். ஜி. கண்ணன் 1897 ஆம் ஆண்டு விளக்கைக் கட்டினார். ¶அதன் உயரம் 35.2 மீட்டர் ஆகும்.")]
    [InlineData("te", "ఎన్. టి. రాజు 1897లో దీపస్తంభాన్ని కట్టించారు. ¶దాని ఎత్తు 35.2 మీటర్లు ఉంది. ¶అది ఇప్పుడు మూసివేయబడింది.")]
    [InlineData("mr", "डॉ. जोशी यांनी १८९७ मध्ये दीपगृह बांधले. ¶त्याची उंची ३५.२ मीटर आहे.")]
    [InlineData("ur", "روشنی گھر ۱۸۹۷ میں بنا اور اس کی اونچائی ۳۵.۲ میٹر ہے۔ ¶کیا ملاح بندرگاہ واپس آ گئے تھے؟ ¶کپتان نے کہا: \"طوفان آ رہا ہے۔\"")]
    [InlineData("fa", "فانوس در سال ۱۸۹۷ ساخته شد و ۳۵٫۲ متر بلندی دارد. ¶آیا ملوانان به بندر بازگشتند؟ ¶ناخدا گفت: «توفان می‌آید.»")]
    [InlineData("ar", "بنيت المنارة عام 1897 ويبلغ ارتفاعها 35.2 مترا. ¶هل عاد البحارة إلى الميناء في تلك الليلة؟ ¶نعم، عادوا جميعا سالمين بعد منتصف الليل.")]
    [InlineData("he", "ד\"ר כהן בנה את המגדלור בשנת 1897, וגובהו 35.2 מטרים. ¶רב החובל אמר לאנשיו: \"הסערה מתקרבת אלינו!\" ¶האם הם חזרו לנמל באותו הלילה?")]
    [InlineData("hy", "Փարոսը կառուցվել է 1897 թվականին կղզու հյուսիսում։ ¶Այն այժմ փակ է բոլոր այցելուների համար։")]
    [InlineData("am", "የመብራት ማማው በ1897 በደሴቲቱ ሰሜን ተገነባ። ¶አሁን ለጎብኚዎች ሁሉ ዝግ ሆኖ ይገኛል።")]
    [InlineData("km", "ប៉មភ្លើងនេះត្រូវបានសាងសង់នៅឆ្នាំ១៨៩៧។ ¶ឥឡូវនេះវាត្រូវបានបិទសម្រាប់ភ្ញៀវ។")]
    [InlineData("my", "မီးပြတိုက်ကို ၁၈၉၇ ခုနှစ်တွင် တည်ဆောက်ခဲ့သည်။ ¶ယခုအခါ ဧည့်သည်များအတွက် ပိတ်ထားသည်။")]
    [InlineData("fi", "Majakka sytytettiin 4. Maaliskuun ilta oli kylmä, esim. Helsingissä satoi lunta. ¶Nyt se on 35,2 metriä korkea ja suljettu.")]
    [InlineData("hu", "A tornyot 1897. március 4-én avatta fel id. Nagy Pál mérnök. ¶A 19. Század című lap írt róla, pl. Budapesten. ¶Ma már zárva van a látogatók előtt.")]
    [InlineData("da", "Fyret blev tændt den 4. Marts 1897 af hr. Jensen, f.eks. Det er 35,2 meter højt. ¶I dag er det lukket for alle besøgende.")]
    [InlineData("cs", "Maják byl rozsvícen 4. 3. 1897 v 19. Století na ul. Nádražní. ¶Navrhl jej prof. Novák z Prahy. ¶Dnes je pro návštěvníky uzavřen.")]
    [InlineData("pl", "Latarnię zbudował prof. Jan Nowak przy ul. Długiej w 1897 r. ¶Odnowiono ją w XX w. i od tamtej pory jest otwarta. ¶Dziś mieszka tam ks. Adam Lis.")]
    [InlineData("bg", "Фарът беше запален за първи път през 1897 г. ¶Проектирал го е проф. Иванов от гр. Варна. ¶Днес е затворен за посетители.")]
    [InlineData("hr", "Svjetionik je upaljen 4. ožujka 1897. godine. ¶Projektirao ga je prof. Horvat s otoka sv. Nikole. ¶Danas je zatvoren za sve posjetitelje.")]
    [InlineData("nl", "De vuurtoren is ontworpen door dhr. Jansen, o.a. Architect van de haven. ¶Hij is 35,2 meter hoog en sinds 2019 gesloten.")]
    [InlineData("pt", "O farol foi projetado pelo Sr. Silva na Av. Central em 1897. ¶A Profa. Ana Reis escreveu a sua história. ¶Hoje está fechado aos visitantes.")]
    public void Split_TextOfALanguage_EndsSentencesWhereReadersDo(string language, string marked)
    {
        var sections = SentenceSplitter.Split(marked.Replace("¶", "", StringComparison.Ordinal), language);

        var text = marked.Replace("¶", "", StringComparison.Ordinal);
        var expected = marked.Split('¶').Select(sentence => sentence.Trim());
        Assert.Equal(expected, Assert.Single(sections).Sentences.Select(span => text.Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData("am", "የመብራት ማማው በ1897 ተገነባ።")]
    [InlineData("hy", "Փարոսը կառուցվել է 1897 թվականին։")]
    public void Split_ShortParagraphThatEndsLikeASentence_IsNoHeading(string language, string paragraph)
    {
        var sections = SentenceSplitter.Split($"{paragraph}\n\n{paragraph} {paragraph}", language);

        Assert.Null(Assert.Single(sections).Heading);
    }
}
